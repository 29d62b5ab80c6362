using System.Runtime.CompilerServices;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Reads bookings from Partnerize by the time of their last change: a booking of last year is approved weeks after the stay, and comes again then. Windows overlap; the same
/// booking again changes nothing. The watermark moves only when every page was read.
/// </summary>
internal sealed class PartnerizeConversions(ConversionPages pages, TimeProvider clock)
{
    // Bookings are made up to 500 days ahead, but what changed before we were connected is of no pin of ours.
    private static readonly TimeSpan FirstReach = TimeSpan.FromDays(180);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    // A report that is asked for a year of changes at once times out; months do not.
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>Reads what may have changed.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(ConnectionContext connection, string? watermark, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = clock.UtcNow();
        until = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        var start = PartnerizeWatermark.Parse(watermark) is { } last && last < until ? last - Overlap : until - FirstReach;
        for (var from = start; from < until; from += Window)
        {
            var to = from + Window < until ? from + Window : until;
            var page = 0;
            await foreach (var answer in pages.ReadAsync(connection, from, to, cancellationToken))
            {
                page++;
                if (!answer.Succeeded)
                {
                    yield return answer.Failure;
                    yield break;
                }

                if (answer.Value.Conversions is { Count: > 0 } conversions)
                {
                    yield return PartnerizeLines.Batch($"conversions changed until {to:u}, page {page}", conversions) with
                    {
                        PercentDone = (int)Math.Min(99, (from - start).Ticks * 100 / (until - start).Ticks),
                    };
                }
            }
        }

        yield return new ConversionBatch
        {
            Name = $"Partnerize conversions until {until:u}",
            Lines = [],
            Watermark = PartnerizeWatermark.Write(until),
            PercentDone = 100,
        };
    }
}
