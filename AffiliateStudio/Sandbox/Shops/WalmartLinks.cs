using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Shops;

/// <summary>impact.com's redirect for Walmart: counts as the click and lands on the product's page.</summary>
internal static class WalmartLinks
{
    private static readonly string[] Carried = ["subId1", "subId2", "subId3", "sharedid"];

    public static IResult Follow(HttpContext context, string publisherId, string adId, string campaignId, SandboxCatalog catalog)
    {
        if (!publisherId.All(char.IsAsciiDigit) || !adId.All(char.IsAsciiDigit) || !campaignId.All(char.IsAsciiDigit))
        {
            return Results.Text("The link is malformed.", "text/plain", statusCode: StatusCodes.Status404NotFound);
        }

        var query = context.Request.Query;
        var id = ItemId(query["u"].ToString()) ?? query["prodsku"].ToString();
        if (catalog.Find(SandboxPartner.Walmart, id) is not { } product)
        {
            return Results.Text("The link leads to no product of this shop.", "text/plain", statusCode: StatusCodes.Status404NotFound);
        }

        var click = ShopClick.NewId();
        var parameters = new List<KeyValuePair<string, string?>>
        {
            new("irgwc", "1"),
            new("sourceid", "imp_" + click),
            new("veh", "aff"),
            new("wmlspartner", "imp_" + publisherId),
            new("clickid", click),
            new("affiliates_ad_id", adId),
            new("campaign_id", campaignId),
        };
        parameters.AddRange(Carried.Where(name => query[name].ToString().Length > 0).Select(name => new KeyValuePair<string, string?>(name, query[name].ToString())));
        context.Response.Headers.CacheControl = "no-store";
        var listing = catalog.Listing(product, SandboxPartner.Walmart);
        return Results.Redirect($"/sandbox/walmart/ip/{Uri.EscapeDataString(listing.Slug)}/{listing.Id}{QueryString.Create(parameters)}");
    }

    // The last segment of .../ip/{slug}/{id} or .../ip/{id}.
    private static string? ItemId(string target)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var url) || !url.AbsolutePath.Contains("/ip/", StringComparison.Ordinal))
        {
            return null;
        }

        var last = url.Segments[^1].Trim('/');
        return last.Length > 0 && last.All(char.IsAsciiDigit) ? last : null;
    }
}
