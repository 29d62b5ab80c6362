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
    private readonly Dictionary<string, string> _categories;

    private CommissionEstimates(RateCardBook book, Dictionary<string, string> categories)
    {
        _book = book;
        _categories = categories;
    }

    /// <summary>Reads the categories of the products that these facts name.</summary>
    public static async Task<CommissionEstimates> LoadAsync(
        StudioDb db,
        RateCardBook book,
        PartnerKey partner,
        IReadOnlyCollection<ReportedFact> facts,
        CancellationToken cancellationToken)
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        var offers = facts.Where(fact => fact.ProductId.Length > 0).ToLookup(fact => fact.Line.OfferExternalId ?? fact.ProductId, fact => fact.ProductId, StringComparer.Ordinal);
        foreach (var some in offers.Select(offer => offer.Key).Chunk(500))
        {
            var found = await db.Set<Offer>().Where(offer => offer.Partner == partner && some.Contains(offer.ExternalId))
                .Select(offer => new { offer.ExternalId, offer.Category }).ToListAsync(cancellationToken);
            foreach (var offer in found)
            {
                foreach (var product in offers[offer.ExternalId])
                {
                    categories[product] = offer.Category;
                }
            }
        }

        return new CommissionEstimates(book, categories);
    }

    /// <summary>Writes the estimate into the row and returns its card, or null when there is none for it.</summary>
    public RateCard? WriteTo(Conversion row)
    {
        var card = _book.Find(row.Partner, _categories.GetValueOrDefault(row.ProductExternalId, string.Empty), row.PartnerDay);
        row.RateCardId = card?.Id;
        row.EstimatedCommissionMinor = card?.Rate.Of(new Money(row.SaleMinor, row.Currency)).MinorUnits;
        return card;
    }
}
