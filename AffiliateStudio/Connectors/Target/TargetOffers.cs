using AffiliateStudio.Connectors.Impact.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Target;

/// <summary>Turns catalog items into offers.</summary>
internal static class TargetOffers
{
    /// <summary>The offers of a page: one for each product, which pays nothing when any of its catalogs is one of exclusions.</summary>
    public static List<PartnerOffer> From(IReadOnlyList<CatalogItem>? items, string campaignId, IReadOnlySet<string> excluded, ConnectionContext connection) =>
    [
        .. (items ?? [])
            .Where(item => item.CampaignId is null || item.CampaignId == campaignId)
            .Select(item => From(item, campaignId, item.CatalogId is { } catalog && excluded.Contains(catalog), connection))
            .OfType<PartnerOffer>()
            .GroupBy(offer => offer.ExternalId)
            .Select(group => group.FirstOrDefault(offer => offer.PaysNothing) ?? group.First()),
    ];

    private static PartnerOffer? From(CatalogItem item, string campaignId, bool isExcluded, ConnectionContext connection)
    {
        var title = PlainText.FromHtml(item.Name, 300);
        if (item.CatalogItemId?.Trim() is not { Length: > 0 and <= 64 } id || !id.All(char.IsAsciiDigit) || title is null)
        {
            return null;
        }

        var currency = item.Currency is { Length: > 0 } given ? given : "USD";
        var price = MajorAmount.ToPrice(item.CurrentPrice ?? item.OriginalPrice, currency);
        var was = MajorAmount.ToPrice(item.OriginalPrice, currency);
        return new PartnerOffer
        {
            Partner = PartnerKey.Target,
            ExternalId = id,
            Title = title,
            MerchantId = campaignId,
            PaysNothing = isExcluded,
            Brand = PlainText.FromHtml(item.Manufacturer, 80),
            Gtin = Gtin14.Parse(item.Gtin),
            CategoryPath = item.Category is { Length: > 0 } category ? string.Join('/', category.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : null,
            Price = price,
            WasPrice = price is { } now && was is { } before && before > now ? before : null,
            Stock = StockOf(item.StockAvailability),
            ImageUrls = ImagesOf(item, connection),
            Description = PlainText.LinesFromHtml(item.Description, 4000),
            ProductUrl = TargetLinks.PageIn(item.Url, id, connection),
        };
    }

    // One document writes "OutofStock".
    private static StockState StockOf(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "INSTOCK" => StockState.InStock,
        "LIMITEDAVAILABILITY" or "BACKORDER" or "PREORDER" => StockState.Limited,
        "OUTOFSTOCK" => StockState.OutOfStock,
        _ => StockState.Unknown,
    };

    private static List<string> ImagesOf(CatalogItem item, ConnectionContext connection) =>
    [
        .. new[] { item.ImageUrl }.Concat(item.AdditionalImageUrls ?? [])
            .OfType<string>()
            .Select(connection.Stored)
            .Where(url => url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("/sandbox/", StringComparison.Ordinal))
            .Distinct()
            .Take(8),
    ];
}
