using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AffiliateStudio.Data.Writing;

/// <summary>Failures that say "nothing was written, do the whole unit again", and how long to wait before that.</summary>
internal static class WriteConflicts
{
    /// <summary>How often a unit is tried before its conflict is reported.</summary>
    public const int MaxAttempts = 12;

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>
    /// Whether the engine rolled the unit back because of another one: SQLite's BUSY (with BUSY_SNAPSHOT, 517, which no waiting cures) and LOCKED, PostgreSQL's
    /// serialization failure (40001) and deadlock (40P01).
    /// </summary>
    public static bool IsConflict(Exception? exception) => exception switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => IsConflict(exception.InnerException),
    };

    /// <summary>Waits longer after every attempt, never in step with others: up to 2, 4, 8, … 250 milliseconds.</summary>
    public static Task WaitAsync(int attempt, CancellationToken cancellationToken)
    {
        var limit = Math.Min(250, 1 << Math.Min(attempt, 8));
        return Task.Delay(RandomNumberGenerator.GetInt32(1, limit + 1), cancellationToken);
    }
}
