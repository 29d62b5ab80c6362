using System.Security.Cryptography;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Files;
using Microsoft.Data.Sqlite;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>
/// Clicks in a SQLite file of their own. One connection writes and checkpoints (see the log-reset bug of SQLite before 3.51.3); readers have connections that do neither.
/// The day of the visitor keys' secret is the number of days since year 1.
/// </summary>
internal sealed class SqliteClickStore : IClickStore
{
    private const string Schema =
        """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA wal_autocheckpoint=0;
        PRAGMA secure_delete=ON;
        CREATE TABLE IF NOT EXISTS clicks (id BLOB NOT NULL PRIMARY KEY, pin BLOB NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL, rule INTEGER NOT NULL, visitor BLOB, agent TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS click_hours (pin BLOB NOT NULL, hour INTEGER NOT NULL, kind INTEGER NOT NULL, clicks INTEGER NOT NULL, PRIMARY KEY (pin, hour, kind)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS click_salts (day INTEGER NOT NULL PRIMARY KEY, salt BLOB NOT NULL);
        """;

    private const int CheckpointEvery = 500;
    private const int PruneAtOnce = 5_000;

    private readonly TapWindow _taps = new();
    private readonly string _file;
    private readonly SqliteConnection _writer;
    private SqliteClickWriter? _statements;
    private int _groups;

    public SqliteClickStore(DataDirectory directory)
    {
        _file = directory.File("clicks.db");
        _writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false, DefaultTimeout = 5 }.ToString());
    }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _writer.OpenAsync(cancellationToken);
        await using var command = _writer.CreateCommand();
        command.CommandText = Schema;
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "SELECT pin, visitor, at, id FROM (SELECT * FROM clicks ORDER BY id DESC LIMIT 10000) WHERE visitor IS NOT NULL AND kind = 0 ORDER BY id";
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                _taps.Remember(PinOf(reader, 0), VisitorOf(reader, 1), reader.GetInt64(2), GuidOf(reader, 3));
            }
        }

        _statements = new SqliteClickWriter(_writer);
    }

    public Task<IReadOnlySet<PinId>> WriteAsync(IReadOnlyList<Click> clicks, CancellationToken cancellationToken)
    {
        var hours = new Dictionary<(PinId Pin, long Hour, ClickKind Kind), long>();
        using (var transaction = _writer.BeginTransaction())
        {
            foreach (var appended in clicks)
            {
                var click = _taps.Decide(appended);
                if (_statements!.Insert(click))
                {
                    var key = (click.Pin, click.Hour, click.Kind);
                    hours[key] = hours.GetValueOrDefault(key) + 1;
                }
            }

            foreach (var (key, count) in hours)
            {
                _statements!.Add(key.Pin, key.Hour, key.Kind, count);
            }

            transaction.Commit();
        }

        if (++_groups % CheckpointEvery == 0)
        {
            Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }

        return Task.FromResult<IReadOnlySet<PinId>>(hours.Keys.Where(key => key.Kind == ClickKind.Counted).Select(key => key.Pin).ToHashSet());
    }

    public async Task<byte[]> SaltAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = _writer.CreateCommand();
        command.CommandText =
            """
            INSERT INTO click_salts (day, salt) VALUES ($day, $salt) ON CONFLICT (day) DO NOTHING;
            DELETE FROM click_salts WHERE day < $day - 1 OR day > $day + 1;
            SELECT salt FROM click_salts WHERE day = $day;
            """;
        command.Parameters.AddWithValue("$day", day.DayNumber);
        command.Parameters.AddWithValue("$salt", RandomNumberGenerator.GetBytes(32));
        var salt = (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;

        // An old secret must not live on in the log either.
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return salt;
    }

    public async Task<bool> PruneAsync(DateTime before, CancellationToken cancellationToken)
    {
        await using var command = _writer.CreateCommand();
        command.CommandText = "DELETE FROM clicks WHERE id IN (SELECT id FROM clicks WHERE id < $id ORDER BY id LIMIT $count)";
        command.Parameters.AddWithValue("$id", Bytes(ClickIds.FirstAt(before)));
        command.Parameters.AddWithValue("$count", PruneAtOnce);
        return await command.ExecuteNonQueryAsync(cancellationToken) == PruneAtOnce;
    }

    public async Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<PinId, long>();
        await ReadAsync(
            "SELECT pin, sum(clicks) FROM click_hours WHERE kind = 0 AND pin IN ({0}) GROUP BY pin",
            pins,
            [],
            reader => totals[PinOf(reader, 0)] = reader.GetInt64(1),
            cancellationToken);
        return totals;
    }

    public async Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        var hours = new List<ClickHour>();
        await ReadAsync(
            "SELECT pin, hour, clicks FROM click_hours WHERE kind = 0 AND hour >= $from AND hour < $until AND pin IN ({0}) ORDER BY hour",
            pins,
            [new("$from", ClickHours.NumberOf(from)), new("$until", ClickHours.NumberAfter(until))],
            reader => hours.Add(new ClickHour(PinOf(reader, 0), ClickHours.StartOf(reader.GetInt64(1)), reader.GetInt64(2))),
            cancellationToken);
        return hours;
    }

    public async ValueTask DisposeAsync()
    {
        _statements?.Dispose();
        if (_writer.State == System.Data.ConnectionState.Open)
        {
            Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await _writer.DisposeAsync();
    }

    private async Task ReadAsync(
        string sql, IReadOnlyCollection<PinId> pins, SqliteParameter[] parameters, Action<SqliteDataReader> row, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var some in pins.Distinct().Chunk(500))
        {
            command.Parameters.Clear();
            command.Parameters.AddRange(parameters);
            for (var i = 0; i < some.Length; i++)
            {
                command.Parameters.AddWithValue("$p" + i, Bytes(some[i].Value));
            }

#pragma warning disable CA2100 // Only parameter names are put in.
            command.CommandText = sql.Replace("{0}", string.Join(", ", some.Select((_, i) => "$p" + i)), StringComparison.Ordinal);
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                row(reader);
            }
        }
    }

    private void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static byte[] Bytes(Guid value) => value.ToByteArray(bigEndian: true);

    private static Guid GuidOf(SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    private static PinId PinOf(SqliteDataReader reader, int column) => new(GuidOf(reader, column));

    private static UInt128 VisitorOf(SqliteDataReader reader, int column) => VisitorBytes.Read(reader.GetFieldValue<byte[]>(column));
}
