using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks;

/// <summary>Counted clicks, read from the hourly roll-ups that are written in the same transaction as the clicks.</summary>
public interface IClickCounts
{
    /// <summary>Counted clicks of each of these pins since ever; a pin without clicks is left out.</summary>
    Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken);

    /// <summary>Counted clicks per pin and UTC hour in a span, both ends UTC, the end excluded.</summary>
    Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken);
}
