using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>A pin was published, edited, paused, resumed or retired. Published after the change is saved.</summary>
/// <param name="PinId">The pin.</param>
/// <param name="LinkCode">The code of its link.</param>
public sealed record PinChanged(PinId PinId, LinkCode LinkCode);
