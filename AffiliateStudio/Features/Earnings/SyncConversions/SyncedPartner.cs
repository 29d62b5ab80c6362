using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.SyncConversions;

/// <summary>How reading a partner's reports went.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Batches">How many batches were taken in.</param>
/// <param name="Added">New conversions.</param>
/// <param name="Changed">Changed ones, taken-back ones included.</param>
/// <param name="Failure">Why it stopped early, or null when everything was read. What was taken in before stays.</param>
internal sealed record SyncedPartner(PartnerKey Partner, int Batches, int Added, int Changed, PartnerFailure? Failure);
