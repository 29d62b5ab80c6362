using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Platform.Jobs;
using Npgsql;

namespace AffiliateStudio.Data;

/// <summary>
/// Of several nodes on one PostgreSQL server, one runs a job at a time: the node holds an advisory lock of a transaction for as long as the run lasts. A node that dies
/// loses its connection and with it the lock.
/// </summary>
internal sealed class PostgresJobTurns(string connectionString) : IJobTurns
{
    public async Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.BeginTransactionAsync(cancellationToken);

            // The transaction says nothing while the job works; a server that ends silent ones must let this one be. A host that is gone without a word is missed after a
            // minute and not after the system's two hours.
            await using var command = new NpgsqlCommand("SELECT set_config('idle_in_transaction_session_timeout', '0', true), set_config('tcp_keepalives_idle', '30', true), set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true), pg_try_advisory_xact_lock(@key)", connection);
            command.Parameters.AddWithValue("key", KeyOf(job));
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                if (await reader.ReadAsync(cancellationToken) && reader.GetBoolean(reader.FieldCount - 1))
                {
                    return connection;
                }
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    // The same number in every process and version.
    private static long KeyOf(string job) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("job " + job)));
}
