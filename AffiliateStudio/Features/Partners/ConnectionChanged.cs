using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>An admin went live with a partner, changed its settings, or went back to its sandbox.</summary>
/// <param name="Partner">The partner.</param>
public sealed record ConnectionChanged(PartnerKey Partner);
