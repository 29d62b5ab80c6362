using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.AssignTaggedConversions;

/// <summary>A tracking tag of orders that belong to nobody, which a creator has entered as theirs since.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Tag">The tag in lower case.</param>
/// <param name="Handle">The creator's handle, without the @.</param>
/// <param name="EnteredAt">When they entered it, UTC.</param>
/// <param name="Orders">How many unmatched orders came with it.</param>
public sealed record TagClaim(PartnerKey Partner, string Tag, string Handle, DateTime EnteredAt, int Orders);
