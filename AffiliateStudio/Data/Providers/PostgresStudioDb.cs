using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Providers;

/// <summary>The database on a PostgreSQL server, which several nodes can share.</summary>
public sealed class PostgresStudioDb(DbContextOptions<PostgresStudioDb> options) : StudioDb(options);
