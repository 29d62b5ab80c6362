using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.ListCreatorTags;

/// <summary>One partner on the page of a creator's tags.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="Form">How the tag is asked for.</param>
/// <param name="Value">The creator's own tag, or empty.</param>
/// <param name="HasHouseTag">Whether the studio's own tag stands in when there is none.</param>
/// <param name="IsSandbox">Whether that tag is the sandbox's, which earns in the sandbox's shop only.</param>
/// <param name="Disclosure">The sentence that the partner's terms demand, or empty.</param>
public sealed record CreatorTagRow(PartnerKey Partner, string PartnerName, CreatorTagForm Form, string Value, bool HasHouseTag, bool IsSandbox, string Disclosure);
