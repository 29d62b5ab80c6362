using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>What the rate cards would have led us to expect. It is kept beside the partner's figure, which always wins.</summary>
internal sealed class CommissionEstimates
{
    private readonly RateCardBook _book;
    private readonly Dictionary<string, (string Merchant, string Category)> _products;

    private CommissionEstimates(RateCardBook book, Dictionary<string, (string Merchant, string Category)> products)
    {
        _book = book;
        _products = products;
    }

    /// <summary>Reads merchants and categories of the products that these facts name.</summary>
    public static async Task<CommissionEstimates> LoadAsync(
        StudioDb db,
        RateCardBook book,
        PartnerKey partner,
        IReadOnlyCollection<ReportedFact> facts,
        CancellationToken cancellationToken)
    {
        var products = new Dictionary<string, (string Merchant, string Category)>(StringComparer.Ordinal);
        var offers = facts.Where(fact => fact.ProductId.Length > 0).ToLookup(fact => fact.Line.OfferExternalId ?? fact.ProductId, fact => fact.ProductId, StringComparer.Ordinal);
        foreach (var some in offers.Select(offer => offer.Key).Chunk(500))
        {
            var found = await db.Set<Offer>().Where(offer => offer.Partner == partner && some.Contains(offer.ExternalId))
                .Select(offer => new { offer.ExternalId, offer.MerchantId, offer.Category }).ToListAsync(cancellationToken);
            foreach (var offer in found)
            {
                foreach (var product in offers[offer.ExternalId])
                {
                    products[product] = (offer.MerchantId, offer.Category);
                }
            }
        }

        return new CommissionEstimates(book, products);
    }

    /// <summary>Writes the estimate into the row and returns its card, or null when there is none for it.</summary>
    public RateCard? WriteTo(Conversion row)
    {
        var (merchant, category) = _products.GetValueOrDefault(row.ProductExternalId, (string.Empty, string.Empty));
        var card = _book.Find(row.Partner, merchant, category, row.PartnerDay);
        row.RateCardId = card?.Id;
        row.EstimatedCommissionMinor = card?.Rate.Of(new Money(row.SaleMinor, row.Currency)).MinorUnits;
        return card;
    }
}
