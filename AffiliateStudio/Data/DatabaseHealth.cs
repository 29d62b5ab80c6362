using System.Globalization;
using AffiliateStudio.Data.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Data;

/// <summary>Whether the database takes writes: it writes one row, through the writer's queue like everybody else, within two seconds.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<StudioDb> databases) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await using var db = await databases.CreateDbContextAsync(limit.Token);
            var version = await DatabaseFacts.VersionAsync(db, limit.Token);
            await db.InWriteAsync(
                token => db.Database.ExecuteSqlAsync(
                    $"INSERT INTO health_probe (\"Id\", \"Writes\") VALUES (1, 1) ON CONFLICT (\"Id\") DO UPDATE SET \"Writes\" = health_probe.\"Writes\" + 1", token),
                limit.Token);
            return HealthCheckResult.Healthy(Describe(db, version));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not take writes.", exception);
        }
    }

    private static string Describe(StudioDb db, string version)
    {
        if (!db.Database.IsSqlite())
        {
            return $"PostgreSQL {version} takes writes.";
        }

        var log = Checkpointer.LogSize(db.Database.GetDbConnection().DataSource) / 1024;
        var text = string.Create(CultureInfo.InvariantCulture, $"SQLite {version} takes writes; its write-ahead log has {log:N0} KB.");
        return DatabaseFacts.WarningFor(version) is { } warning ? text + " " + warning : text;
    }
}
