using System.Data;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.Writing;

/// <summary>
/// Lets a context's SQLite connection write for as long as its unit lasts. Everywhere else the engine itself refuses, so that no statement gets past the writer's queue
/// unnoticed. The connection stays open until the permission ends.
/// </summary>
internal sealed class WritePermission : IAsyncDisposable, IDisposable
{
    private const string Allow = "PRAGMA query_only=OFF";
    private const string Forbid = "PRAGMA query_only=ON";

    private readonly StudioDb? _db;

    private WritePermission(StudioDb? db)
    {
        _db = db;
    }

    /// <summary>Opens the context's connection for writing; does nothing where the server orders writers.</summary>
    public static async Task<WritePermission> GrantAsync(StudioDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return new WritePermission(null);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var permission = new WritePermission(db);
        Say(db, Allow);
        return permission;
    }

    /// <summary>The same for the few callers whose contract is synchronous (the key ring).</summary>
    public static WritePermission Grant(StudioDb db)
    {
        if (!db.Database.IsSqlite())
        {
            return new WritePermission(null);
        }

        db.Database.OpenConnection();
        var permission = new WritePermission(db);
        Say(db, Allow);
        return permission;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_db is not null)
        {
            TakeBack(_db);
            _db.Database.CloseConnection();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_db is not null)
        {
            TakeBack(_db);
            await _db.Database.CloseConnectionAsync();
        }
    }

    private static void TakeBack(StudioDb db)
    {
        if (db.Database.GetDbConnection().State == ConnectionState.Open)
        {
            Say(db, Forbid);
        }
    }

    // The setting is the connection's own and touches neither file nor lock, so there is nothing to wait for.
    private static void Say(StudioDb db, string pragma)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
