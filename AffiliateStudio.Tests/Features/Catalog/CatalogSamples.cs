using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Tests.Features.Catalog;

/// <summary>Summaries to put on cards and boards.</summary>
internal static class CatalogSamples
{
    public static OfferSummary Summary(int number, PartnerKey partner, long? cents = 2500, int basisPoints = 400, string category = "Home/Lighting") => new()
    {
        Id = new OfferId(new Guid(number, 0, 0, new byte[8])),
        Partner = partner,
        PartnerName = partner == PartnerKey.Amazon ? "Amazon" : "Walmart",
        ShopDomain = partner + ".com",
        ExternalId = $"{partner}{number}",
        Merchant = "Somebody",
        Title = $"Desk Lamp {number}",
        Brand = "Northlight",
        Gtin = null,
        Category = category,
        ImageUrls = ["https://pictures.test/1.jpg"],
        Price = cents is { } minor ? new OfferPrice(new Money(minor, Currency.Usd), null, new DateTime(2026, 1, 15, 11, 0, 0, DateTimeKind.Utc), false, false) : OfferPrice.Unknown,
        Stock = StockState.InStock,
        Earning = SaleEarning.For(cents is { } price ? new Money(price, Currency.Usd) : null, new Rate(basisPoints), "Estimate", new DateOnly(2026, 1, 1), new Rate(8000)),
        WindowText = "24-hour window",
        PaysAfterText = "pays in ~60 days",
        Restrictions = string.Empty,
        ProductUrl = $"https://{partner}.test/p/{number}",
        IsEnteredByHand = false,
        FetchedAt = null,
    };
}
