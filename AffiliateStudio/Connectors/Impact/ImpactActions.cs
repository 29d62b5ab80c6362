using System.Globalization;
using System.Runtime.CompilerServices;
using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>
/// Reads actions, which are orders, from impact.com. A change from pending to approved does not count as an update there, so orders are asked for in three ways: by their
/// own date, by the date of their last change, and by the date on which they lock. All windows overlap with the run before; the same action again changes nothing.
/// </summary>
internal sealed class ImpactActions(ImpactClient client, TimeProvider clock)
{
    // impact.com allows 45 days a query, ten pages of it, and pages of 2,000 to 20,000 actions.
    private const int PageSize = 5_000;
    private const int SmallestPage = 2_000;
    private const int MostPages = 10;
    private static readonly TimeSpan Window = TimeSpan.FromDays(45);
    private static readonly TimeSpan FirstReach = TimeSpan.FromDays(180);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(3);

    // Clearing follows locking by weeks and moves no date that can be asked for, so the locking window reaches back that far each time.
    private static readonly TimeSpan LockingOverlap = TimeSpan.FromDays(44);

    /// <summary>Reads what may have changed.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(
        ConnectionContext connection,
        ImpactAccount account,
        string? watermark,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = Floor(clock.GetUtcNow().UtcDateTime).AddSeconds(1);
        var since = ImpactWatermark.Parse(watermark).ReadUntil is { } until && until <= now ? until : now - FirstReach;
        var queries = new Stack<ActionQuery>(Plan(since, now).Reverse());
        var planned = queries.Count;
        var done = 0;
        while (queries.TryPop(out var query))
        {
            Uri? address = ImpactClient.Address(connection, account, query.Resource(account, PageSize));
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var page = 1; address is not null && seen.Add(address.AbsoluteUri); page++)
            {
                var answer = await client.GetAsync<ActionsAnswer>(connection, account, address, cancellationToken);

                // Beyond ten pages impact.com gives an error, so a window that is too full is asked for in halves.
                if (page == 1 && IsTooFull(answer) && query.CanSplit)
                {
                    var (first, second) = query.Split();
                    queries.Push(second);
                    queries.Push(first);
                    planned += 1;
                    done -= 1;
                    break;
                }

                if (!answer.Succeeded)
                {
                    yield return answer.Failure;
                    yield break;
                }

                if (answer.Value.Actions is { Count: > 0 } actions)
                {
                    yield return ImpactConversions.Batch($"{query.Name}, page {page}", actions) with { PercentDone = Math.Min(99, done * 100 / planned) };
                }

                address = answer.Value.NextPageUri is { Length: > 0 } next && page < MostPages ? ImpactClient.Follow(connection, next) : null;
            }

            done++;
        }

        yield return new ConversionBatch
        {
            Name = $"impact.com actions until {now:u}",
            Lines = [],
            Watermark = new ImpactWatermark { ReadUntil = now }.ToString(),
            PercentDone = 100,
        };
    }

    /// <summary>Asks for the actions of the last hour: the cheapest call that proves the credentials.</summary>
    public async Task<PartnerResult<int>> TestAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken)
    {
        var now = Floor(clock.GetUtcNow().UtcDateTime);
        var query = new ActionQuery("ActionDate", "test", now.AddHours(-1), now);
        var answer = await client.GetAsync<ActionsAnswer>(connection, account, ImpactClient.Address(connection, account, query.Resource(account, SmallestPage)), cancellationToken);
        return answer.Succeeded ? (int)Math.Clamp(answer.Value.Total ?? 0, 0, int.MaxValue) : answer.Failure;
    }

    private static bool IsTooFull(PartnerResult<ActionsAnswer> answer) => answer.Succeeded
        ? answer.Value.NumPages > MostPages
        : answer.Failure.Kind == PartnerFailureKind.InvalidRequest && answer.Failure.Message.Contains("pages", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ActionQuery> Plan(DateTime since, DateTime now) =>
    [
        .. Windows("ActionDate", "orders of", since - Overlap, now),
        .. Windows(string.Empty, "changes of", since - Overlap, now),
        .. Windows("LockingDate", "locked on", Earlier(since - Overlap, now - LockingOverlap), now),
    ];

    private static IEnumerable<ActionQuery> Windows(string filter, string name, DateTime from, DateTime to)
    {
        for (var start = from; start < to; start += Window)
        {
            var end = start + Window < to ? start + Window : to;
            yield return new ActionQuery(filter, name, start, end);
        }
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Floor(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private sealed record ActionQuery(string Filter, string Label, DateTime From, DateTime To)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"impact.com {Label} {From:yyyy-MM-dd} to {To:yyyy-MM-dd}");

        public bool CanSplit => To - From > TimeSpan.FromMinutes(2);

        public (ActionQuery First, ActionQuery Second) Split()
        {
            var middle = Floor(From + ((To - From) / 2));
            return (this with { To = middle }, this with { From = middle });
        }

        // The filter for changes is called StartDate and EndDate, the others put their name in front. Dates without time and zone are answered with part of the data.
        public string Resource(ImpactAccount account, int pageSize) => string.Create(
            CultureInfo.InvariantCulture,
            $"Actions?CampaignId={Uri.EscapeDataString(account.CampaignId)}&{Filter}{(Filter.Length == 0 ? "StartDate" : "Start")}={From:yyyy-MM-ddTHH:mm:ssZ}&{Filter}{(Filter.Length == 0 ? "EndDate" : "End")}={To:yyyy-MM-ddTHH:mm:ssZ}&PageSize={pageSize}&Page=1");
    }
}
