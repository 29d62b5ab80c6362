using System.Globalization;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Walmart.Wire;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Turns the API's items into offers.</summary>
internal static class WalmartOffers
{
    private const string NavigationPrefix = "Home Page/";

    /// <summary>The offer of an item, or null when it has no id or no name.</summary>
    public static PartnerOffer? From(Item item, ConnectionContext connection)
    {
        var title = PlainText.FromHtml(item.Name, 300);
        if (item.ItemId is not > 0 || title is null)
        {
            return null;
        }

        var id = item.ItemId.Value.ToString(CultureInfo.InvariantCulture);
        var price = MajorAmount.ToPrice(item.SalePrice, "USD");
        var was = MajorAmount.ToPrice(item.Msrp, "USD");
        return new PartnerOffer
        {
            Partner = PartnerKey.Walmart,
            ExternalId = id,
            Title = title,
            Merchant = PlainText.FromHtml(item.SellerInfo, 80),
            Brand = PlainText.FromHtml(item.BrandName, 80),
            Gtin = Gtin14.Parse(item.Upc),
            CategoryPath = item.CategoryPath?.StartsWith(NavigationPrefix, StringComparison.Ordinal) == true ? item.CategoryPath[NavigationPrefix.Length..] : item.CategoryPath,
            Price = price,
            WasPrice = price is { } now && was is { } before && before > now ? before : null,
            Stock = StockOf(item),
            ImageUrls = ImagesOf(item, connection),
            Description = PlainText.LinesFromHtml(item.LongDescription ?? item.ShortDescription, 4000),
            ProductUrl = WalmartLinks.PageIn(item.ProductTrackingUrl, id, connection),
        };
    }

    private static StockState StockOf(Item item) => item.Stock?.Trim().ToUpperInvariant() switch
    {
        _ when item.AvailableOnline == false => StockState.OutOfStock,
        "AVAILABLE" => StockState.InStock,
        "LIMITED SUPPLY" or "LAST FEW ITEMS" => StockState.Limited,
        "NOT AVAILABLE" => StockState.OutOfStock,
        null when item.AvailableOnline == true => StockState.InStock,
        _ => StockState.Unknown,
    };

    private static List<string> ImagesOf(Item item, ConnectionContext connection) =>
    [
        .. new[] { item.LargeImage ?? item.MediumImage ?? item.ThumbnailImage }
            .Concat((item.ImageEntities ?? []).OrderBy(image => image.EntityType == "PRIMARY" ? 0 : 1).Select(image => image.LargeImage))
            .OfType<string>()
            .Select(connection.Stored)
            .Where(url => url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("/sandbox/", StringComparison.Ordinal))
            .Distinct()
            .Take(8),
    ];
}
