using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks;

/// <summary>A group of clicks became durable. Published at most a few times a second.</summary>
/// <param name="Pins">The pins that have new counted clicks.</param>
public sealed record ClicksRecorded(IReadOnlyCollection<PinId> Pins);
