using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Turns offers into what may be shown of them now, with what a sale would bring.</summary>
internal sealed class OfferSummaries(PartnerDirectory partners, RateCards rateCards, IOptions<CommissionOptions> commission, TimeProvider clock)
{
    /// <summary>Summaries of offers, in their order; offers of a partner that is gone are left out.</summary>
    public async Task<IReadOnlyList<OfferSummary>> MakeAsync(IReadOnlyList<Offer> offers, CancellationToken cancellationToken)
    {
        if (offers.Count == 0)
        {
            return [];
        }

        var known = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key);
        var book = await rateCards.LoadAsync(cancellationToken);
        var now = clock.UtcNow();
        return [.. offers.Where(offer => known.ContainsKey(offer.Partner)).Select(offer => Make(offer, known[offer.Partner], book, now))];
    }

    private OfferSummary Make(Offer offer, Partner partner, RateCardBook book, DateTime now)
    {
        var price = OfferPrice.Of(offer, partner, now);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(partner.TimeZone)));
        return new OfferSummary
        {
            Id = offer.Id,
            Partner = offer.Partner,
            PartnerName = partner.Name,
            ShopDomain = partner.ShopDomain,
            ExternalId = offer.ExternalId,
            Merchant = offer.Merchant,
            Title = offer.Title,
            Brand = offer.Brand,
            Gtin = offer.Gtin,
            Category = offer.Category,
            ImageUrls = OfferPrice.PicturesOf(offer, partner, now),
            Price = price,
            Stock = offer.Stock,
            Earning = book.Find(offer.Partner, offer.Category, today) is { } card
                ? SaleEarning.For(price.Price, card.Rate, card.Source, card.EffectiveFrom, commission.Value.CreatorShare)
                : null,
            WindowText = WindowOf(partner),
            PaysAfterText = FormattableString.Invariant($"pays in ~{partner.PaysAfterDays} days"),
            Restrictions = partner.Restrictions,
            ProductUrl = offer.ProductUrl,
            IsEnteredByHand = offer.IsEnteredByHand,
            FetchedAt = offer.FetchedAt,
        };
    }

    private static string WindowOf(Partner partner) => partner.AttributionWindowHours % 24 == 0 && partner.AttributionWindowHours > 24
        ? FormattableString.Invariant($"{partner.AttributionWindowHours / 24}-day window")
        : FormattableString.Invariant($"{partner.AttributionWindowHours}-hour window");
}
