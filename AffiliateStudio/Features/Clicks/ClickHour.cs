using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Clicks;

/// <summary>The counted clicks of one pin in one hour.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Hour">The start of the hour, UTC.</param>
/// <param name="Clicks">How many were counted.</param>
public sealed record ClickHour(PinId Pin, DateTime Hour, long Clicks);
