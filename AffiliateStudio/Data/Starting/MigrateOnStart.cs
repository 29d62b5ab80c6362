using AffiliateStudio.Data.Writing;
using AffiliateStudio.Platform.Hosting;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Starting;

/// <summary>
/// Brings the database to the shape that this build expects before anything else starts. A start never wedges on what a killed one left behind: EF's own lock is a row
/// that nobody removes after a kill, so an operating-system lock (SQLite) or a lock of the session (PostgreSQL) stands in front of it.
/// </summary>
internal sealed partial class MigrateOnStart(IDbContextFactory<StudioDb> databases, DataDirectoryLock directory, MigrationState state, ILogger<MigrateOnStart> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            directory.Take();
            await using var permission = await WritePermission.GrantAsync(db, cancellationToken);
            await SqliteStart.PrepareAsync(db, cancellationToken);
            await LogVersionAsync("SQLite", db, cancellationToken);
            state.Done(await MigrateAsync(db, cancellationToken));
            return;
        }

        await using var turn = await PostgresStart.WaitForTurnAsync(db, cancellationToken);
        await LogVersionAsync("PostgreSQL", db, cancellationToken);
        state.Done(await MigrateAsync(db, cancellationToken));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<string> MigrateAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new StartRefusedException(
                $"The database was made by another version: its migration {unknown} is unknown to this one. Start that version, or use another data directory or database.");
        }

        if (applied.Count() < known.Count)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        return known[^1];
    }

    private async Task LogVersionAsync(string engine, StudioDb db, CancellationToken cancellationToken)
    {
        var version = await DatabaseFacts.VersionAsync(db, cancellationToken);
        LogVersion(logger, engine, version);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database engine is {Engine} {Version}.")]
    private static partial void LogVersion(ILogger logger, string engine, string version);
}
