using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Target;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Target's two catalogs: what it pays for, and the list of what it does not.</summary>
internal static class CatalogEndpoints
{
    /// <summary>The catalog of what is paid for.</summary>
    public const string Commissioned = "9001";

    /// <summary>The catalog of what is not.</summary>
    public const string Excluded = "9002";

    private const int LargestPage = 200;
    private const int Ceiling = 20_000;

    public static void Map(RouteGroupBuilder partner)
    {
        partner.MapGet("/Catalogs", List);
        partner.MapGet("/Catalogs/ItemSearch", Search);
        partner.MapGet("/Catalogs/{catalogId}/Items/{itemId}", One);
    }

    private static IResult List(HttpContext context, string sid, SandboxCredentials account, SandboxCatalog catalog)
    {
        var campaign = context.Request.Query["CampaignId"].ToString();
        var sold = catalog.Products.Where(product => product.SoldBy(SandboxPartner.Target)).ToList();
        var excluded = sold.Count(TargetShop.IsExcluded);
        List<JsonObject> catalogs = campaign.Length > 0 && campaign != account.TargetCampaignId
            ? []
            :
            [
                Catalog(sid, Commissioned, "Target Product Feed Commissioned Items", account, sold.Count - excluded),
                Catalog(sid, Excluded, "Target Exclusions", account, excluded),
            ];
        return ImpactAnswer.Of(context, ImpactPaging.Whole(context, sid, "Catalogs", catalogs));
    }

    private static IResult Search(HttpContext context, string sid, SandboxCredentials account, SandboxCatalog catalog)
    {
        var query = context.Request.Query;
        if (ItemFilter.Parse(query["Query"].ToString()) is not { } filter)
        {
            return Refused(context, "Query", "is not understood");
        }

        var (page, size) = (Number(query["Page"].ToString(), 1), Math.Min(LargestPage, Number(query["PageSize"].ToString(), 100)));
        if (page < 1 || size < 1)
        {
            return Refused(context, page < 1 ? "Page" : "PageSize", "must be a whole number above 0");
        }

        if ((long)page * size > Ceiling)
        {
            return Refused(context, "Page", "The result set may not go beyond 20000 items");
        }

        var keyword = query["Keyword"].ToString();
        if (keyword.Length == 0 && query["Query"].ToString().Length == 0)
        {
            return Refused(context, "Keyword", "Keyword or Query is required");
        }

        var writer = new ItemWriter(context, sid, account);
        var found = catalog.Search(SandboxPartner.Target, keyword)
            .Select(product => catalog.Listing(product, SandboxPartner.Target))
            .Where(listing => filter.Fits(listing))
            .ToList();
        var rows = found.Skip((page - 1) * size).Take(size).Select(writer.Write).ToList();
        return ImpactAnswer.Of(context, ImpactPaging.Page(context, sid, "Catalogs/ItemSearch", "Items", rows, page, size, found.Count));
    }

    private static IResult One(HttpContext context, string sid, string catalogId, string itemId, SandboxCredentials account, SandboxCatalog catalog)
    {
        var prefix = $"product_{catalogId}_";
        return itemId.StartsWith(prefix, StringComparison.Ordinal)
            && catalog.Find(SandboxPartner.Target, itemId[prefix.Length..]) is { } product
            && ItemWriter.CatalogOf(product) == catalogId
                ? ImpactAnswer.Of(context, new ItemWriter(context, sid, account).Write(catalog.Listing(product, SandboxPartner.Target)))
                : ImpactAnswer.Of(context, ImpactErrors.Body("The requested item does not exist."), StatusCodes.Status404NotFound);
    }

    private static JsonObject Catalog(string sid, string id, string name, SandboxCredentials account, int items) => new()
    {
        ["Id"] = id,
        ["Name"] = name,
        ["Language"] = "en",
        ["AdvertiserId"] = "5" + account.TargetCampaignId,
        ["AdvertiserName"] = "Target",
        ["CampaignId"] = account.TargetCampaignId,
        ["CampaignName"] = "Target",
        ["NumberOfItems"] = items.ToString(CultureInfo.InvariantCulture),
        ["Currency"] = "USD",
        ["ServiceAreas"] = new JsonArray("US"),
        ["ItemsUri"] = $"/Mediapartners/{sid}/Catalogs/{id}/Items",
        ["Uri"] = $"/Mediapartners/{sid}/Catalogs/{id}",
    };

    private static IResult Refused(HttpContext context, string field, string message) =>
        ImpactAnswer.Of(context, ImpactErrors.Body("Request invalid", (field, message)), StatusCodes.Status400BadRequest);

    private static int Number(string text, int fallback) =>
        text.Length == 0 ? fallback : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
