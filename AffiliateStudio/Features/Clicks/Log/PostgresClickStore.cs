using System.Globalization;
using System.Security.Cryptography;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using Npgsql;
using NpgsqlTypes;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>
/// Clicks in PostgreSQL, in a table partitioned by day; the partition key is the click's id, whose first bits are its time. Several nodes write: a double tap that is
/// spread over two of them is found by the table of recent taps.
/// </summary>
internal sealed class PostgresClickStore(NpgsqlDataSource database) : IClickStore
{
    private const string Taps =
        """
        INSERT INTO click_taps AS known (pin, visitor, at, id)
        SELECT * FROM unnest(@pins, @visitors, @ats, @ids)
        ON CONFLICT (pin, visitor) DO UPDATE SET at = excluded.at, id = excluded.id
        WHERE known.id = excluded.id OR abs(excluded.at - known.at) >= 10000
        RETURNING id
        """;

    private const string Insert =
        """
        WITH fresh AS (
            INSERT INTO clicks (id, pin, at, kind, rule, visitor, agent)
            SELECT * FROM unnest(@ids, @pins, @ats, @kinds, @rules, @visitors, @agents)
            ON CONFLICT (id) DO NOTHING
            RETURNING pin, at / 3600000 AS hour, kind),
        added AS (
            INSERT INTO click_hours AS known (pin, hour, kind, clicks)
            SELECT pin, hour, kind, count(*) FROM fresh GROUP BY pin, hour, kind ORDER BY pin, hour, kind
            ON CONFLICT (pin, hour, kind) DO UPDATE SET clicks = known.clicks + excluded.clicks)
        SELECT DISTINCT pin FROM fresh WHERE kind = 0
        """;

    private readonly TapWindow _taps = new();
    private readonly HashSet<DateOnly> _days = [];

    // The tables come with the migrations.
    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlySet<PinId>> WriteAsync(IReadOnlyList<Click> clicks, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteOnceAsync(clicks, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CheckViolation)
        {
            // Somebody dropped a day's partition; it is made again.
            _days.Clear();
            return await WriteOnceAsync(clicks, cancellationToken);
        }
    }

    private async Task<IReadOnlySet<PinId>> WriteOnceAsync(IReadOnlyList<Click> clicks, CancellationToken cancellationToken)
    {
        var decided = clicks.Select(_taps.Decide).ToArray();
        await EnsureDaysAsync(decided, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await FindTapsOfOthersAsync(connection, decided, cancellationToken);
        await using var command = new NpgsqlCommand(Insert, connection, transaction);
        Add(command, "ids", NpgsqlDbType.Uuid, decided.Select(click => click.Id));
        Add(command, "pins", NpgsqlDbType.Uuid, decided.Select(click => click.Pin.Value));
        Add(command, "ats", NpgsqlDbType.Bigint, decided.Select(click => click.At));
        Add(command, "kinds", NpgsqlDbType.Smallint, decided.Select(click => (short)click.Kind));
        Add(command, "rules", NpgsqlDbType.Smallint, decided.Select(click => (short)click.Rule));
        Add(command, "visitors", NpgsqlDbType.Bytea, decided.Select(click => VisitorBytes.OrNull(click.StoredVisitor)));
        Add(command, "agents", NpgsqlDbType.Text, decided.Select(click => click.Agent));
        var counted = new HashSet<PinId>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                counted.Add(new PinId(reader.GetGuid(0)));
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return counted;
    }

    public async Task<byte[]> SaltAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            WITH made AS (INSERT INTO click_salts (day, salt) VALUES (@day, @salt) ON CONFLICT (day) DO UPDATE SET salt = click_salts.salt RETURNING salt),
            gone AS (DELETE FROM click_salts WHERE day < @day - 1 OR day > @day + 1)
            SELECT salt FROM made
            """);
        command.Parameters.AddWithValue("day", day.DayNumber);
        command.Parameters.AddWithValue("salt", RandomNumberGenerator.GetBytes(32));
        return (byte[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<bool> PruneAsync(DateTime before, CancellationToken cancellationToken)
    {
        var last = "clicks_" + DateOnly.FromDateTime(before).AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await using var find = database.CreateCommand("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'clicks'::regclass AND inhrelid::regclass::text <= @last ORDER BY 1 LIMIT 1");
        find.Parameters.AddWithValue("last", last);
        if (await find.ExecuteScalarAsync(cancellationToken) is not string partition)
        {
            await using var taps = database.CreateCommand("DELETE FROM click_taps WHERE at < @before");
            taps.Parameters.AddWithValue("before", new DateTimeOffset(before, TimeSpan.Zero).ToUnixTimeMilliseconds());
            await taps.ExecuteNonQueryAsync(cancellationToken);
            return false;
        }

#pragma warning disable CA2100 // The name comes from the server's own list of partitions.
        await using var drop = database.CreateCommand($"DROP TABLE IF EXISTS {partition}");
#pragma warning restore CA2100
        await drop.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT pin, sum(clicks)::bigint FROM click_hours WHERE kind = 0 AND pin = ANY(@pins) GROUP BY pin");
        Add(command, "pins", NpgsqlDbType.Uuid, pins.Select(pin => pin.Value));
        var totals = new Dictionary<PinId, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            totals[new PinId(reader.GetGuid(0))] = reader.GetInt64(1);
        }

        return totals;
    }

    public async Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT pin, hour, clicks FROM click_hours WHERE kind = 0 AND hour >= @from AND hour < @until AND pin = ANY(@pins) ORDER BY hour");
        command.Parameters.AddWithValue("from", ClickHours.NumberOf(from));
        command.Parameters.AddWithValue("until", ClickHours.NumberAfter(until));
        Add(command, "pins", NpgsqlDbType.Uuid, pins.Select(pin => pin.Value));
        var hours = new List<ClickHour>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            hours.Add(new ClickHour(new PinId(reader.GetGuid(0)), ClickHours.StartOf(reader.GetInt64(1)), reader.GetInt64(2)));
        }

        return hours;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // One row per visitor and pin, in one order on every node, so that nodes cannot wait for each other in a circle.
    private static async Task FindTapsOfOthersAsync(NpgsqlConnection connection, Click[] decided, CancellationToken cancellationToken)
    {
        var asked = decided.Where(click => click.Kind == ClickKind.Counted && click.StoredVisitor != UInt128.Zero)
            .DistinctBy(click => (click.Pin, click.Visitor)).OrderBy(click => click.Pin.Value).ThenBy(click => click.Visitor).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Taps, connection);
        Add(command, "pins", NpgsqlDbType.Uuid, asked.Select(click => click.Pin.Value));
        Add(command, "visitors", NpgsqlDbType.Bytea, asked.Select(click => VisitorBytes.OrNull(click.Visitor)));
        Add(command, "ats", NpgsqlDbType.Bigint, asked.Select(click => click.At));
        Add(command, "ids", NpgsqlDbType.Uuid, asked.Select(click => click.Id));
        var first = new HashSet<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                first.Add(reader.GetGuid(0));
            }
        }

        var others = asked.Where(click => !first.Contains(click.Id)).Select(click => click.Id).ToHashSet();
        for (var i = 0; i < decided.Length; i++)
        {
            decided[i] = others.Contains(decided[i].Id) ? decided[i] with { Kind = ClickKind.Duplicate } : decided[i];
        }
    }

    private async Task EnsureDaysAsync(Click[] clicks, CancellationToken cancellationToken)
    {
        foreach (var day in clicks.Select(click => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(click.At))).Distinct().Where(day => !_days.Contains(day)).ToList())
        {
            var name = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            var from = ClickIds.FirstAt(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            var until = ClickIds.FirstAt(day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
#pragma warning disable CA2100 // Digits of a date and two ids; PostgreSQL takes no parameters here. The lock keeps two nodes from making the same partition at once.
            await using var command = database.CreateCommand(
                $"""
                DO $$ BEGIN
                    PERFORM pg_advisory_xact_lock(6013298217);
                    CREATE TABLE IF NOT EXISTS clicks_{name} PARTITION OF clicks FOR VALUES FROM ('{from}') TO ('{until}');
                END $$
                """);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
            _days.Add(day);
        }
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType type, IEnumerable<T> values) =>
        command.Parameters.Add(new NpgsqlParameter(name, type | NpgsqlDbType.Array) { Value = values.ToArray() });
}
