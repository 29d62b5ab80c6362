using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>The two statements that every click passes, prepared once and bound without the driver's parameter objects: they set how many clicks a second are possible.</summary>
internal sealed class SqliteClickWriter : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _add;
    private readonly byte[] _id = new byte[16];
    private readonly byte[] _pin = new byte[16];
    private readonly byte[] _visitor = new byte[16];

    public SqliteClickWriter(SqliteConnection connection)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        _insert = Prepare("INSERT INTO clicks (id, pin, at, kind, rule, visitor, agent) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        _add = Prepare("INSERT INTO click_hours (pin, hour, kind, clicks) VALUES (?, ?, ?, ?) ON CONFLICT (pin, hour, kind) DO UPDATE SET clicks = clicks + excluded.clicks");
    }

    /// <summary>Keeps a click; false when it is kept already.</summary>
    public bool Insert(Click click)
    {
        click.Id.TryWriteBytes(_id, bigEndian: true, out _);
        click.Pin.Value.TryWriteBytes(_pin, bigEndian: true, out _);
        raw.sqlite3_bind_blob(_insert, 1, _id);
        raw.sqlite3_bind_blob(_insert, 2, _pin);
        raw.sqlite3_bind_int64(_insert, 3, click.At);
        raw.sqlite3_bind_int(_insert, 4, (int)click.Kind);
        raw.sqlite3_bind_int(_insert, 5, click.Rule);
        if (click.StoredVisitor == UInt128.Zero)
        {
            raw.sqlite3_bind_null(_insert, 6);
        }
        else
        {
            VisitorBytes.Write(click.StoredVisitor, _visitor);
            raw.sqlite3_bind_blob(_insert, 6, _visitor);
        }

        raw.sqlite3_bind_text(_insert, 7, click.Agent);
        Step(_insert);
        return raw.sqlite3_changes(_database) > 0;
    }

    /// <summary>Adds to the number of an hour.</summary>
    public void Add(PinId pin, long hour, ClickKind kind, long clicks)
    {
        pin.Value.TryWriteBytes(_pin, bigEndian: true, out _);
        raw.sqlite3_bind_blob(_add, 1, _pin);
        raw.sqlite3_bind_int64(_add, 2, hour);
        raw.sqlite3_bind_int(_add, 3, (int)kind);
        raw.sqlite3_bind_int64(_add, 4, clicks);
        Step(_add);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _insert.Dispose();
        _add.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out var statement), _database);
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
