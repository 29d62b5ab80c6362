using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AffiliateStudio.Data.Writing;

/// <summary>
/// Sets up every SQLite connection that EF opens: it reads only (<see cref="WritePermission"/> lets a unit write), commits survive a power cut, and no connection
/// checkpoints on its own. SQLite before 3.51.3 can lose commits when one connection checkpoints while another one resets the log; <see cref="Checkpointer"/> does it
/// alone, in the writer's queue.
/// </summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA foreign_keys=ON; PRAGMA query_only=ON;";

    /// <summary>The one instance; it has no state.</summary>
    public static SqliteConnectionSettings Instance { get; } = new();

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
