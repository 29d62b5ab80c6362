using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>A creator entered, changed or removed their tag with a partner.</summary>
/// <param name="Creator">The creator.</param>
/// <param name="Partner">The partner.</param>
public sealed record CreatorTagChanged(CreatorId Creator, PartnerKey Partner);
