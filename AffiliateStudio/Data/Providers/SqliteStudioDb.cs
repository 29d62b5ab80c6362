using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Providers;

/// <summary>The database as one SQLite file in the data directory.</summary>
public sealed class SqliteStudioDb(DbContextOptions<SqliteStudioDb> options) : StudioDb(options);
