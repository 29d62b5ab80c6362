namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What a partner says about products that were asked for one by one.</summary>
/// <param name="Offers">The offers that it knows.</param>
/// <param name="Notices">Partial errors that came inside a good answer, in the partner's words.</param>
public sealed record ProductLookupAnswer(IReadOnlyList<PartnerOffer> Offers, IReadOnlyList<string> Notices) : INoticed;
