namespace AffiliateStudio.Features.Catalog.OpenOffer;

/// <summary>An offer with what only its own page shows.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Description">Plain text with line breaks, or empty.</param>
/// <param name="SameProduct">The same GTIN at every partner that we know it from, this offer included, cheapest first; one entry or none when there is no other.</param>
internal sealed record OfferDetails(OfferSummary Offer, string Description, IReadOnlyList<OfferSummary> SameProduct);
