using AffiliateStudio.Platform.Files;
using Microsoft.Data.Sqlite;

namespace AffiliateStudio.Sandbox.Store;

/// <summary>
/// The sandbox's own database, <c>sandbox.db</c> in the data directory. One connection, one user at a time: the partners' side needs order more than speed.
/// </summary>
internal sealed class SandboxStore : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS orders (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            number TEXT NOT NULL UNIQUE,
            partner INTEGER NOT NULL,
            product_id TEXT NOT NULL,
            title TEXT NOT NULL,
            category TEXT NOT NULL,
            seller TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            unit_cents INTEGER NOT NULL,
            rate_basis_points INTEGER NOT NULL,
            tag TEXT NOT NULL,
            sub_id TEXT NOT NULL,
            sub_id2 TEXT NOT NULL,
            sub_id3 TEXT NOT NULL,
            shared_id TEXT NOT NULL,
            click_id TEXT NOT NULL,
            campaign_id TEXT NOT NULL,
            ad_id TEXT NOT NULL,
            clicked_at INTEGER NOT NULL,
            ordered_at INTEGER NOT NULL,
            returned_at INTEGER);
        CREATE INDEX IF NOT EXISTS orders_by_time ON orders (partner, ordered_at);
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lazy<SqliteConnection> _connection;

    public SandboxStore(DataDirectory data)
    {
        _connection = new Lazy<SqliteConnection>(() => Open(data.File("sandbox.db")));
    }

    /// <summary>Runs work alone on the database.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return work(_connection.Value);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A setting, or null.</summary>
    public string? Setting(string name)
    {
        _turn.Wait();
        try
        {
            using var command = _connection.Value.CreateCommand();
            command.CommandText = "SELECT value FROM settings WHERE name = $name";
            command.Parameters.AddWithValue("$name", name);
            return command.ExecuteScalar() as string;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps a setting.</summary>
    public void Keep(string name, string value)
    {
        _turn.Wait();
        try
        {
            using var command = _connection.Value.CreateCommand();
            command.CommandText = "INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$value", value);
            command.ExecuteNonQuery();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }

        _turn.Dispose();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; " + Schema;
        command.ExecuteNonQuery();
        AddColumns(connection);
        return connection;
    }

    // What a data directory of an earlier build lacks.
    private static void AddColumns(SqliteConnection connection)
    {
        foreach (var (name, type) in new[] { ("merchant_id", "TEXT NOT NULL DEFAULT ''"), ("stay_from", "INTEGER"), ("stay_to", "INTEGER") })
        {
            using var look = connection.CreateCommand();
            look.CommandText = "SELECT count(*) FROM pragma_table_info('orders') WHERE name = $name";
            look.Parameters.AddWithValue("$name", name);
            if ((long)look.ExecuteScalar()! == 0)
            {
                using var add = connection.CreateCommand();
                add.CommandText = $"ALTER TABLE orders ADD COLUMN {name} {type}";
                add.ExecuteNonQuery();
            }
        }
    }
}
