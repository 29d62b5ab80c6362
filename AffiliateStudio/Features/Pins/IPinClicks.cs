using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>Counted clicks of pins. Told by the feature that counts them.</summary>
public interface IPinClicks
{
    /// <summary>Counted clicks of each of these pins since ever; a pin without clicks is left out.</summary>
    Task<IReadOnlyDictionary<PinId, long>> TotalsAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken);
}
