using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>Where clicks are kept. Only the writer of the <see cref="ClickLog"/> calls what writes, one call at a time.</summary>
internal interface IClickStore : IAsyncDisposable
{
    /// <summary>Makes the store ready.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a group and adds it to the hourly numbers in one transaction, on disk when this returns. A click that is kept already changes nothing. Finds double taps.
    /// </summary>
    /// <returns>The pins that have new counted clicks.</returns>
    Task<IReadOnlySet<PinId>> WriteAsync(IReadOnlyList<Click> clicks, CancellationToken cancellationToken);

    /// <summary>The secret that visitor keys of a day are made with; makes it at the first call, and forgets those of the days before yesterday.</summary>
    Task<byte[]> SaltAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Removes raw clicks older than a time; the hourly numbers stay. Removes some and returns whether there are more.</summary>
    Task<bool> PruneAsync(DateTime before, CancellationToken cancellationToken);

    /// <summary>Counted clicks since ever.</summary>
    Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken);

    /// <summary>Counted clicks per hour in a span, the end excluded.</summary>
    Task<IReadOnlyList<ClickHour>> HoursAsync(IReadOnlyCollection<PinId> pins, DateTime from, DateTime until, CancellationToken cancellationToken);
}
