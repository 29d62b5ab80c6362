using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Target;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Writes listings as catalog items: every value a string, empty where there is none.</summary>
internal sealed class ItemWriter(HttpContext context, string sid, SandboxCredentials account)
{
    private readonly string _origin = $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>The catalog that a product is in.</summary>
    public static string CatalogOf(SandboxProduct product) => TargetShop.IsExcluded(product) ? CatalogEndpoints.Excluded : CatalogEndpoints.Commissioned;

    /// <summary>The item.</summary>
    public JsonObject Write(SandboxListing listing)
    {
        var product = listing.Product;
        var catalog = CatalogOf(product);
        var page = _origin + Shops.ShopPath.Of(listing);
        var list = listing.ListPrice ?? listing.Price;
        return new JsonObject
        {
            ["Id"] = $"product_{catalog}_{listing.Id}",
            ["CatalogId"] = catalog,
            ["CampaignId"] = account.TargetCampaignId,
            ["CampaignName"] = "Target",
            ["CatalogItemId"] = listing.Id,
            ["Name"] = listing.Title,
            ["Description"] = product.Description,
            ["MultiPack"] = string.Empty,
            ["Bullets"] = new JsonArray([.. product.Features.Select(feature => (JsonNode)feature)]),
            ["Labels"] = new JsonArray(),
            ["Manufacturer"] = product.Brand,
            ["Url"] = $"{_origin}/sandbox/target/c/{account.WalmartPublisherId}/{account.TargetAdId}/{account.TargetCampaignId}?prodsku={listing.Id}&u={Uri.EscapeDataString(page)}&intsrc=APIG_{catalog}",
            ["MobileUrl"] = string.Empty,
            ["ImageUrl"] = _origin + listing.PicturePath(1),
            ["ProductBid"] = string.Empty,
            ["AdditionalImageUrls"] = new JsonArray(_origin + listing.PicturePath(2), _origin + listing.PicturePath(3)),
            ["Promotions"] = new JsonArray(),
            ["CurrentPrice"] = listing.Price.Major.ToString("0.00", CultureInfo.InvariantCulture),
            ["OriginalPrice"] = list.Major.ToString("0.00", CultureInfo.InvariantCulture),
            ["DiscountPercentage"] = list > listing.Price ? ((list.MinorUnits - listing.Price.MinorUnits) * 100 / list.MinorUnits).ToString(CultureInfo.InvariantCulture) : string.Empty,
            ["Currency"] = listing.Price.Currency.Code,
            ["StockAvailability"] = Stock(listing.Stock),
            ["Gtin"] = "00" + product.Gtin,
            ["GtinType"] = "UPC",
            ["Asin"] = string.Empty,
            ["Mpn"] = product.Model,
            ["Category"] = $"{product.Kind.Department.Name} > {product.Kind.Group} > {product.Kind.Leaf}",
            ["SubCategory"] = product.Kind.Leaf,
            ["IsParent"] = false,
            ["ItemGroupId"] = product.Family.ToString(CultureInfo.InvariantCulture),
            ["Colors"] = new JsonArray(product.Color.Name),
            ["Material"] = product.Material,
            ["Size"] = product.Size,
            ["Condition"] = "New",
            ["Uri"] = $"/Mediapartners/{sid}/Catalogs/{catalog}/Items/product_{catalog}_{listing.Id}",
        };
    }

    /// <summary>The network's word for a stock.</summary>
    public static string Stock(SandboxStock stock) => stock switch
    {
        SandboxStock.SoldOut => "OutOfStock",
        SandboxStock.Limited => "LimitedAvailability",
        _ => "InStock",
    };
}
