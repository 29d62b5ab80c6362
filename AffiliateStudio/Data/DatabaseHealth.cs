using System.Globalization;
using AffiliateStudio.Data.Writing;
using Microsoft.Data.Sqlite;
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
        StudioDb? db = null;
        try
        {
            db = await databases.CreateDbContextAsync(limit.Token);
            using var patience = ShortPatience(db);
            var version = await DatabaseFacts.VersionAsync(db, limit.Token);
            await ProbeAsync(db, limit.Token);
            return HealthCheckResult.Healthy(Describe(db, version));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reason = exception is OperationCanceledException ? "it did not answer within two seconds" : exception.Message.TrimEnd('.');
            return HealthCheckResult.Unhealthy($"The database{NameOf(db)} does not take writes: {reason}.", exception);
        }
        finally
        {
            if (db is not null)
            {
                await db.DisposeAsync();
            }
        }
    }

    private static Task<int> ProbeAsync(StudioDb db, CancellationToken cancellationToken) => db.InWriteAsync(
        token => db.Database.ExecuteSqlAsync(
            $"INSERT INTO health_probe (\"Id\", \"Writes\") VALUES (1, 1) ON CONFLICT (\"Id\") DO UPDATE SET \"Writes\" = health_probe.\"Writes\" + 1", token),
        cancellationToken);

    private static string NameOf(StudioDb? db) => db is null ? string.Empty : $" ({Path.GetFileName(db.Database.GetDbConnection().DataSource)})";

    // SQLite waits for a lock inside a call that hears no cancellation, for as long as the connection's own timeout says (30 seconds): another program that holds the file
    // would hold the answer too, and the writer's turn with it. The connection goes back to the pool with the context, so the old value comes back.
    private static Restore? ShortPatience(StudioDb db)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection)
        {
            return null;
        }

        var restore = new Restore(connection, connection.DefaultTimeout);
        connection.DefaultTimeout = 1;
        return restore;
    }

    private static string Describe(StudioDb db, string version)
    {
        if (!db.Database.IsSqlite())
        {
            return $"PostgreSQL {version} takes writes.";
        }

        var file = db.Database.GetDbConnection().DataSource;
        var log = Checkpointer.LogSize(file) / 1024;
        var waiting = WriterQueue.Of(file).Depth;
        var text = string.Create(CultureInfo.InvariantCulture, $"SQLite {version} takes writes; its write-ahead log has {log:N0} KB and {waiting:N0} writers wait.");
        return DatabaseFacts.WarningFor(version) is { } warning ? text + " " + warning : text;
    }

    private sealed record Restore(SqliteConnection Connection, int Seconds) : IDisposable
    {
        public void Dispose() => Connection.DefaultTimeout = Seconds;
    }
}
