using System.Globalization;
using System.Runtime.CompilerServices;
using AffiliateStudio.Connectors.Rakuten.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Reads transactions by process date. Rakuten tells the last thirty days only. A run reads from three days before where the last one ended, and the first run of a day (UTC)
/// all thirty days, because nothing says that the step from a signal to a transaction moves the process date. After a row that could not be read, the next run reads all
/// of them as well: the partner may have mended it. The watermark moves only when every page came.
/// </summary>
internal sealed class RakutenEvents(RakutenClient client, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private const int MostPages = 500;

    // A run takes a while, so that thirty whole days would reach too far back at its end.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30) - TimeSpan.FromHours(1);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(3);

    /// <summary>Reads what may have changed.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(
        ConnectionContext connection, string? watermark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = RakutenWatermark.Parse(watermark);
        var until = Now().AddSeconds(1);
        var today = DateOnly.FromDateTime(until);
        var furthest = until - Reach;
        var since = last.LongReachOn == today && last.ReadUntil is { } read && read <= until && read - Overlap > furthest ? read - Overlap : furthest;
        var areAllRead = true;
        for (var page = 1; ; page++)
        {
            if (page > MostPages)
            {
                yield return client.Failed(Failures.Malformed(RakutenErrors.Partner, $"more than {MostPages} pages of transactions"));
                yield break;
            }

            var rows = await GetAsync(connection, since, until, PageSize, page, cancellationToken);
            if (!rows.Succeeded)
            {
                yield return rows.Failure;
                yield break;
            }

            if (rows.Value.Count > 0)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"Rakuten transactions {since:yyyy-MM-dd} to {until:yyyy-MM-dd}, page {page}");
                var batch = RakutenConversions.Batch(name, rows.Value);
                areAllRead &= batch.Rejected.Count == 0;
                yield return batch with { PercentDone = Math.Min(90, page * 10) };
            }

            if (rows.Value.Count < PageSize)
            {
                break;
            }
        }

        yield return new ConversionBatch
        {
            Name = $"Rakuten transactions until {until:u}",
            Lines = [],
            Watermark = new RakutenWatermark { ReadUntil = until, LongReachOn = areAllRead ? today : null }.ToString(),
            PercentDone = 100,
        };
    }

    /// <summary>Asks for one transaction of the last hour: proves that they may be read.</summary>
    public async Task<PartnerResult<int>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken)
    {
        var now = Now();
        var rows = await GetAsync(connection, now.AddHours(-1), now, 1, 1, cancellationToken);
        return rows.Succeeded ? rows.Value.Count : rows.Failure;
    }

    // A list without an envelope; an error is an object, also under status 200.
    private async Task<PartnerResult<IReadOnlyList<Transaction?>>> GetAsync(
        ConnectionContext connection, DateTime since, DateTime until, int limit, int page, CancellationToken cancellationToken)
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"events/1.0/transactions?process_date_start={Written(since)}&process_date_end={Written(until)}&limit={limit}&page={page}");
        var body = await client.GetAsync(connection, path, isPatient: true, cancellationToken);
        if (!body.Succeeded)
        {
            return body.Failure;
        }

        if (FirstOf(body.Value) == (byte)'{' && PartnerJson.TryRead<ErrorAnswer>(body.Value) is { Words: { Length: > 0 } } error)
        {
            return client.Failed(RakutenErrors.Inside(error));
        }

        var rows = PartnerJson.Read<List<Transaction?>>(RakutenErrors.Partner, body.Value);
        return !rows.Succeeded ? client.Failed(rows.Failure)
            : rows.Value is null ? client.Failed(Failures.Malformed(RakutenErrors.Partner, "no list of transactions"))
            : rows.Value;
    }

    private static byte FirstOf(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return start < 0 ? (byte)0 : body[start];
    }

    private static string Written(DateTime time) => Uri.EscapeDataString(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
