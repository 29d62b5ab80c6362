using System.Runtime.CompilerServices;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>
/// Reads actions, which are orders, from impact.com. A change from pending to approved does not count as an update there, so orders are asked for in three ways: by their
/// own date, by the date of their last change, and by the date on which they lock. All windows overlap with the run before; the same action again changes nothing. The
/// watermark moves only when every page of every window was read.
/// </summary>
internal sealed class ImpactActions(ActionPages pages, TimeProvider clock)
{
    /// <summary>Reads what may have changed.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(
        ConnectionContext connection,
        ImpactAccount account,
        string? watermark,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = ActionPlan.Make(ImpactWatermark.Parse(watermark), Now().AddSeconds(1));
        var queries = new Stack<ActionQuery>(plan.Queries.Reverse());
        var planned = queries.Count;
        while (queries.TryPop(out var query))
        {
            var page = 0;
            await foreach (var answer in pages.ReadAsync(connection, account, query, cancellationToken))
            {
                page++;
                if (page == 1 && query.CanSplit && ActionPages.IsTooFull(answer))
                {
                    var (first, second) = query.Split();
                    queries.Push(second);
                    queries.Push(first);
                    planned++;
                    break;
                }

                if (!answer.Succeeded)
                {
                    yield return answer.Failure;
                    yield break;
                }

                if (answer.Value.Actions is { Count: > 0 } actions)
                {
                    var done = planned - queries.Count - 1;
                    yield return ImpactConversions.Batch($"{query.Name}, page {page}", actions) with { PercentDone = Math.Min(99, done * 100 / planned) };
                }
            }
        }

        yield return new ConversionBatch
        {
            Name = $"impact.com actions until {plan.Watermark.ReadUntil:u}",
            Lines = [],
            Watermark = plan.Watermark.ToString(),
            PercentDone = 100,
        };
    }

    /// <summary>Asks for the actions of the last hour, and says how many there are.</summary>
    public async Task<PartnerResult<int>> TestAsync(ConnectionContext connection, ImpactAccount account, CancellationToken cancellationToken)
    {
        var now = Now();
        var answer = await pages.ProbeAsync(connection, account, new ActionQuery("ActionDate", "test", now.AddHours(-1), now), cancellationToken);
        return answer.Succeeded ? (int)Math.Clamp(answer.Value.Total ?? 0, 0, int.MaxValue) : answer.Failure;
    }

    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
