using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>Writes items as Walmart's product API does.</summary>
internal sealed class WalmartItems
{
    private const string SourceId = "imp_000011112222333344";

    private readonly string _origin;
    private readonly string _path;

    /// <summary>Reads the affiliate parameters of a request. Without a publisher id, links carry the macro <c>|PUBID|</c>.</summary>
    public WalmartItems(HttpContext context, SandboxCredentials credentials)
    {
        var query = context.Request.Query;
        _origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var publisher = Given(query["publisherId"].ToString(), "|PUBID|");
        var ad = Given(query["adId"].ToString(), credentials.WalmartAdId);
        var campaign = Given(query["campaignId"].ToString(), credentials.WalmartCampaignId);
        _path = $"{_origin}/sandbox/walmart/c/{publisher}/{ad}/{campaign}?veh=aff&sourceid={SourceId}";
    }

    /// <summary>An item.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="full">Whether the full response group was asked for.</param>
    public JsonObject Write(SandboxListing listing, bool full)
    {
        var product = listing.Product;
        var id = product.ItemId!.Value;
        var item = new JsonObject
        {
            ["itemId"] = id,
            ["parentItemId"] = id,
            ["name"] = listing.Title,
            ["salePrice"] = listing.Price.Major,
            ["upc"] = product.Gtin,
            ["categoryPath"] = product.Kind.WalmartPath,
            ["categoryNode"] = product.Kind.WalmartNode,
            ["shortDescription"] = WebUtility.HtmlEncode($"<p>{product.Description}</p>"),
            ["brandName"] = product.Brand,
            ["thumbnailImage"] = Picture(listing, 1, 100),
            ["mediumImage"] = Picture(listing, 1, 180),
            ["largeImage"] = Picture(listing, 1, 450),
            ["productTrackingUrl"] = $"{_path}&prodsku={id}&u={Uri.EscapeDataString($"{_origin}/sandbox/walmart/ip/{listing.Slug}/{id}")}",
            ["affiliateAddToCartUrl"] = $"{_path}&u={Uri.EscapeDataString($"{_origin}/sandbox/walmart/cart/addToCart?items={id}|1")}",
            ["standardShipRate"] = listing.Price.MinorUnits >= 3_500 ? 0.0m : 6.99m,
            ["marketplace"] = !listing.Seller.EndsWith(".com", StringComparison.Ordinal),
            ["sellerInfo"] = listing.Seller,
            ["stock"] = Stock(listing.Stock),
            ["availableOnline"] = listing.Stock != SandboxStock.SoldOut,
            ["customerRating"] = Rating(product),
            ["numReviews"] = 3 + (int)(SeededSequence.Hash(product.Index, 71) % 4_000),
            ["offerType"] = product.Index % 3 == 0 ? "ONLINE_AND_STORE" : "ONLINE_ONLY",
        };
        if (listing.ListPrice is { } list && list > listing.Price)
        {
            item["msrp"] = list.Major;
        }

        if (full)
        {
            AddFull(item, listing);
        }

        return item;
    }

    /// <summary>What reviewers give it, as Walmart writes it: a text with three decimals.</summary>
    public static string Rating(SandboxProduct product) =>
        (3.5m + ((int)(SeededSequence.Hash(product.Family, 73) % 1_450) / 1_000m)).ToString("0.000", CultureInfo.InvariantCulture);

    private void AddFull(JsonObject item, SandboxListing listing)
    {
        var product = listing.Product;
        item["longDescription"] = WebUtility.HtmlEncode($"<p>{product.Description}</p><ul>{string.Concat(product.Features.Select(feature => $"<li>{feature}</li>"))}</ul>");
        item["color"] = product.Color.Name;
        if (product.Size.Length > 0)
        {
            item["size"] = product.Size;
        }

        item["modelNumber"] = product.Model;
        item["freeShippingOver35Dollars"] = true;
        item["clearance"] = false;
        item["rollBack"] = product.Index % 11 == 0;
        item["preOrder"] = false;
        item["bundle"] = false;
        item["imageEntities"] = new JsonArray([.. Enumerable.Range(1, 3).Select(number => (JsonNode)new JsonObject
        {
            ["thumbnailImage"] = Picture(listing, number, 100),
            ["mediumImage"] = Picture(listing, number, 180),
            ["largeImage"] = Picture(listing, number, 450),
            ["entityType"] = number == 1 ? "PRIMARY" : "SECONDARY",
        })]);
    }

    private string Picture(SandboxListing listing, int number, int size) => $"{_origin}{listing.PicturePath(number)}?odnHeight={size}&odnWidth={size}&odnBg=FFFFFF";

    private static string Stock(SandboxStock stock) => stock switch
    {
        SandboxStock.SoldOut => "Not available",
        SandboxStock.Limited => "Last few items",
        _ => "Available",
    };

    private static string Given(string text, string fallback) => text.Length > 0 ? Uri.EscapeDataString(text) : fallback;
}
