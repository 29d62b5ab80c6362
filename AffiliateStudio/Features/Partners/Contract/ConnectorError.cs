namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A failed call, kept for admins to look at.</summary>
/// <param name="At">When it happened, UTC; of several alike, the last time.</param>
/// <param name="Failure">What the partner said, and what can be done about it.</param>
/// <param name="Times">How often it happened in a row.</param>
public sealed record ConnectorError(DateTime At, PartnerFailure Failure, int Times);
