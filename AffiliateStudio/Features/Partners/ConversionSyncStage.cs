namespace AffiliateStudio.Features.Partners;

/// <summary>How far a run is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Note">What happened last, in words.</param>
public sealed record ConversionSyncStage(int Percent, string Note);
