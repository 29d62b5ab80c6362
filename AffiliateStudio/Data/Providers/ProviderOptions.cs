using AffiliateStudio.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Providers;

/// <summary>How contexts reach each engine; the one place that says so, for the product and for its tests.</summary>
internal static class ProviderOptions
{
    /// <summary>A file, with the settings that every connection of the product has.</summary>
    public static DbContextOptionsBuilder UseStudioSqlite(this DbContextOptionsBuilder options, string file, bool pooling = true) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooling }.ToString())
        .AddInterceptors(SqliteConnectionSettings.Instance, SqliteSnapshots.Instance);

    /// <summary>A server.</summary>
    public static DbContextOptionsBuilder UseStudioPostgres(this DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);
}
