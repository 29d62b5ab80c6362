using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Starting;

/// <summary>What a SQLite file needs before it is migrated. The process holds the data directory's lock by now.</summary>
internal static class SqliteStart
{
    /// <summary>
    /// Sets the log mode (a first start that was killed may have made the file without it) and removes EF's lock row, which can only be a killed run's: this process has
    /// the directory to itself.
    /// </summary>
    public static async Task PrepareAsync(StudioDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteScalarAsync(cancellationToken);
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0)
            {
                command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
