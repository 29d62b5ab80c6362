using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Turns offers into what may be shown of them now, with what a sale would bring.</summary>
internal sealed class OfferSummaries(PartnerDirectory partners, IMerchantBook merchants, RateCards rateCards, IOptions<CommissionOptions> commission, TimeProvider clock)
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
        var isOver = OfferStay.IsOver(offer.Stay, now);
        var merchant = offer.MerchantId.Length > 0 ? merchants.Find(offer.Partner, offer.MerchantId) : null;
        var shop = ShopLabel.Of(partner, merchant);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(partner.TimeZone)));
        return new OfferSummary
        {
            Id = offer.Id,
            Partner = offer.Partner,
            PartnerName = partner.Name,
            ShopName = shop.Name,
            ShopDomain = shop.Domain,
            ExternalId = offer.ExternalId,
            Merchant = offer.Merchant,
            MerchantId = offer.MerchantId,
            Stay = offer.Stay,
            IsTravel = partner.IsTravel,
            IsOver = isOver,
            Title = offer.Title,
            Brand = offer.Brand,
            Gtin = offer.Gtin,
            Category = offer.Category,
            ImageUrls = OfferPrice.PicturesOf(offer, partner, now),
            Price = price,
            Stock = isOver ? StockState.OutOfStock : offer.Stock,
            Earning = EarningOf(offer, price, book, today),
            WindowText = WindowOf(merchant?.AttributionWindowHours ?? partner.AttributionWindowHours),
            PaysAfterText = partner.IsTravel ? "pays after the stay" : FormattableString.Invariant($"pays in ~{partner.PaysAfterDays} days"),
            Restrictions = RestrictionsOf(offer, partner, merchant),
            ProductUrl = offer.ProductUrl,
            IsEnteredByHand = offer.IsEnteredByHand,
            FetchedAt = offer.FetchedAt,
        };
    }

    private SaleEarning? EarningOf(Offer offer, OfferPrice price, RateCardBook book, DateOnly today) =>
        offer.PaysNothing ? SaleEarning.For(price.Price, default, "The partner excludes it from commission", today, commission.Value.CreatorShare)
        : book.Find(offer.Partner, offer.MerchantId, offer.Category, today) is { } card
            ? SaleEarning.For(price.Price, card.Rate, card.Source, card.EffectiveFrom, commission.Value.CreatorShare)
            : null;

    private static string RestrictionsOf(Offer offer, Partner partner, Merchant? merchant) =>
        offer.PaysNothing ? $"{partner.Name} pays nothing for this one."
        : merchant is { State: not MerchantState.Active } ? $"{merchant.Name} is not open to us now: links to it earn nothing."
        : partner.Restrictions;

    private static string WindowOf(int hours) => hours % 24 == 0 && hours > 24
        ? FormattableString.Invariant($"{hours / 24}-day window")
        : FormattableString.Invariant($"{hours}-hour window");
}
