using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks;

/// <summary>Reads the hourly numbers.</summary>
internal sealed class ClickCounts(IClickStore store) : IClickCounts, IPinClicks
{
    public Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken) => store.TotalsAsync(pins, cancellationToken);

    public Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken) =>
        store.HoursAsync(pins, from, until, cancellationToken);
}
