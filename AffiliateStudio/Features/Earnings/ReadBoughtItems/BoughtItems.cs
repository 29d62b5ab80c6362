using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ReadBoughtItems;

/// <summary>How reading what was bought went.</summary>
/// <param name="Orders">How many orders were asked about and are known now.</param>
/// <param name="Failure">Why it stopped early, or null when nothing was in the way.</param>
internal sealed record BoughtItems(int Orders, PartnerFailure? Failure);
