using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Tests.Features.Earnings;

/// <summary>Clicks that a test wrote down.</summary>
internal sealed class ClickCountsStub(params ClickHour[] hours) : IClickCounts
{
    public Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PinId, long>>(
            hours.Where(hour => pins.Contains(hour.Pin)).GroupBy(hour => hour.Pin).ToDictionary(of => of.Key, of => of.Sum(hour => hour.Clicks)));

    public Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ClickHour>>([.. hours.Where(hour => pins.Contains(hour.Pin) && hour.Hour >= from && hour.Hour < until)]);
}
