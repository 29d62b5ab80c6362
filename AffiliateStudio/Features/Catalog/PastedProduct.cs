using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>A product recognised in a pasted address.</summary>
/// <param name="Partner">Whose shop it is.</param>
/// <param name="PartnerName">The partner's name.</param>
/// <param name="Product">What the address says; its <see cref="RecognizedProduct.CleanUrl"/> carries nobody's tag.</param>
/// <param name="Offer">The offer, from the partner or from memory; null when a person has to say title and picture (<see cref="PastedUrls.EnterAsync"/>).</param>
/// <param name="Notice">Why the partner could not tell more just now, in one sentence, or null.</param>
public sealed record PastedProduct(PartnerKey Partner, string PartnerName, RecognizedProduct Product, OfferSummary? Offer, string? Notice);
