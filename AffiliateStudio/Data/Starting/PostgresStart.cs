using System.Globalization;
using AffiliateStudio.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AffiliateStudio.Data.Starting;

/// <summary>Makes nodes that start at the same time migrate one after the other.</summary>
internal static class PostgresStart
{
    /// <summary>The key of the product's advisory lock; any number that nothing else uses.</summary>
    private const long MigrationLock = 0x5354_5544_494F_0001;

    private static readonly TimeSpan PatienceWithServer = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PatienceWithNodes = TimeSpan.FromMinutes(5);

    /// <summary>Waits until no other node migrates.</summary>
    public static Task<IAsyncDisposable> WaitForTurnAsync(StudioDb db, CancellationToken cancellationToken) => WaitForTurnAsync(db, PatienceWithNodes, cancellationToken);

    /// <summary>
    /// The same with a patience of one's own. The lock belongs to a transaction on a connection of its own outside the pool, so it goes when that is closed, when the
    /// process dies, and also behind a pooler that gives sessions to others between transactions.
    /// </summary>
    internal static async Task<IAsyncDisposable> WaitForTurnAsync(StudioDb db, TimeSpan patience, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, Multiplexing = false }.ToString());
        try
        {
            await OpenAsync(connection, db, cancellationToken);
            await LockAsync(connection, patience, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Closing the connection ends the transaction, so nobody has to hold on to it.
    private static async Task LockAsync(NpgsqlConnection connection, TimeSpan patience, CancellationToken cancellationToken)
    {
        await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT set_config('lock_timeout', @patience, true), set_config('idle_in_transaction_session_timeout', '0', true), set_config('tcp_keepalives_idle', '30', true), set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true)", connection);
        command.Parameters.AddWithValue("patience", patience.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(@key)", connection) { CommandTimeout = 0 };
        turn.Parameters.AddWithValue("key", MigrationLock);
        try
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StartRefusedException(
                $"Another node has been migrating the database of ConnectionStrings:Postgres for longer than {patience.TotalSeconds:F0} seconds. Look at that node and at pg_stat_activity, end what is stuck there, then start this one again.",
                exception);
        }
    }

    private static async Task OpenAsync(NpgsqlConnection connection, StudioDb db, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                await CreateDatabaseAsync(db, cancellationToken);
            }
            catch (NpgsqlException exception) when (exception is not PostgresException { IsTransient: false })
            {
                if (TimeProvider.System.GetElapsedTime(started) > PatienceWithServer)
                {
                    throw new StartRefusedException(
                        $"PostgreSQL at {connection.Host}:{connection.Port} did not answer ({exception.Message}). Check ConnectionStrings:Postgres and that the server runs.", exception);
                }
            }
            catch (PostgresException exception)
            {
                throw new StartRefusedException($"PostgreSQL at {connection.Host}:{connection.Port} refused ConnectionStrings:Postgres: {exception.MessageText}.", exception);
            }

            await Task.Delay(500, cancellationToken);
        }
    }

    private static async Task CreateDatabaseAsync(StudioDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was quicker.
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            var wanted = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            throw new StartRefusedException(
                $"The database {wanted.Database} that ConnectionStrings:Postgres names does not exist, and the role {wanted.Username} may not make it. Run CREATE DATABASE \"{wanted.Database}\" OWNER \"{wanted.Username}\" as an administrator of the server, or name a database that exists.",
                exception);
        }
    }
}
