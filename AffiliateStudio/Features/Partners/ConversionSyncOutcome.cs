namespace AffiliateStudio.Features.Partners;

/// <summary>How a run ended.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Succeeded">Whether everything was read.</param>
/// <param name="Text">What came of it, in a sentence.</param>
public sealed record ConversionSyncOutcome(DateTime At, bool Succeeded, string Text);
