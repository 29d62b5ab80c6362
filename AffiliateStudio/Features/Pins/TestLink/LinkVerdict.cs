namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>What a test found.</summary>
/// <param name="Outcome">Whether the link earns.</param>
/// <param name="Text">It in a sentence.</param>
/// <param name="Remedy">What can be done, or null.</param>
public sealed record LinkVerdict(LinkOutcome Outcome, string Text, string? Remedy = null);
