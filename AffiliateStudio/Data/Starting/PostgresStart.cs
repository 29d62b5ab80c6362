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

    /// <summary>
    /// Waits until no other node migrates. The lock belongs to a connection of its own outside the pool, so it goes when that is closed or the process dies.
    /// </summary>
    public static async Task<IAsyncDisposable> WaitForTurnAsync(StudioDb db, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, Multiplexing = false }.ToString());
        try
        {
            await OpenAsync(connection, db, cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection) { CommandTimeout = 300 };
            command.Parameters.AddWithValue("key", MigrationLock);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
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
    }
}
