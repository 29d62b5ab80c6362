using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>What the work of a batch looks things up in.</summary>
/// <param name="Matcher">Whose an order is.</param>
/// <param name="Estimates">What the rate cards say.</param>
/// <param name="CreatorShare">The creator's part of new conversions.</param>
/// <param name="AsOf">How recent the batch is, UTC.</param>
/// <param name="AsOfIsKnown">Whether the partner said so; else it is simply now.</param>
internal sealed record BatchFacts(ConversionMatcher Matcher, CommissionEstimates Estimates, Rate CreatorShare, DateTime AsOf, bool AsOfIsKnown);
