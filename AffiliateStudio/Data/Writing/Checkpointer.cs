using AffiliateStudio.Platform.Files;
using Microsoft.Data.Sqlite;

namespace AffiliateStudio.Data.Writing;

/// <summary>
/// Moves SQLite's write-ahead log into the database, alone and in the writer's turn, so that no commit races a reset of the log, and so that the log stays small.
/// </summary>
internal sealed partial class Checkpointer(DataDirectory directory, ILogger<Checkpointer> logger) : BackgroundService
{
    /// <summary>From this size on the log is moved at the next look, in bytes.</summary>
    public const long CheckpointAt = 4 << 20;

    /// <summary>The size that the log must not pass, in bytes; beyond it writers wait until readers let go.</summary>
    public const long Limit = 64 << 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _file = directory.File("studio.db");

    /// <summary>The size of the log of a database file, in bytes.</summary>
    public static long LogSize(string file) => new FileInfo(file + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Moves the log into the database file once. Returns whether all of it was moved and the log is empty again.</summary>
    public static async Task<bool> CheckpointAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var turn = await WriterQueue.Of(connection.DataSource).EnterAsync(cancellationToken);
        var patience = LogSize(connection.DataSource) > Limit ? 40 : 1;
        for (var attempt = 1; ; attempt++)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                if (await reader.ReadAsync(cancellationToken) && reader.GetInt32(0) == 0)
                {
                    return true;
                }
            }

            if (attempt >= patience)
            {
                return false;
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        await CheckpointAsync(connection, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var connection = await OpenAsync(stoppingToken);
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (LogSize(_file) < CheckpointAt)
            {
                continue;
            }

            try
            {
                await CheckpointAsync(connection, stoppingToken);
            }
            catch (SqliteException exception)
            {
                LogFailed(logger, exception);
            }

            if (LogSize(_file) is var size and > Limit)
            {
                LogLarge(logger, size);
            }
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // A connection outside the pool: nobody else ever gets it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be moved into the database; it is tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log has grown to {Bytes} bytes: a reader holds on to it.")]
    private static partial void LogLarge(ILogger logger, long bytes);
}
