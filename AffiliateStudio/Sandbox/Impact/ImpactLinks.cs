using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>impact.com's redirect: counts as the click and lands on the product's page, with what the shop wants to read there.</summary>
internal static class ImpactLinks
{
    private static readonly string[] Carried = ["subId1", "subId2", "subId3", "sharedid"];

    /// <summary>What a landing page gets: publisher, ad, campaign and click.</summary>
    public delegate IEnumerable<KeyValuePair<string, string?>> Landing(string publisherId, string adId, string campaignId, string click);

    /// <summary>Maps a shop's redirect.</summary>
    /// <param name="group">The shop's own path.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="idOf">The shop's id in the address of one of its pages.</param>
    /// <param name="landing">What the landing page gets.</param>
    public static void Map(RouteGroupBuilder group, ISandboxShop shop, Func<Uri, string?> idOf, Landing landing) =>
        group.MapGet("/c/{publisherId}/{adId}/{campaignId}", (HttpContext context, string publisherId, string adId, string campaignId, SandboxCatalog catalog) =>
        {
            if (!publisherId.All(char.IsAsciiDigit) || !adId.All(char.IsAsciiDigit) || !campaignId.All(char.IsAsciiDigit))
            {
                return Results.Text("The link is malformed.", "text/plain", statusCode: StatusCodes.Status404NotFound);
            }

            var query = context.Request.Query;
            var id = (Uri.TryCreate(query["u"].ToString(), UriKind.Absolute, out var page) ? idOf(page) : null) ?? query["prodsku"].ToString();
            if (catalog.Find(shop.Partner, id) is not { } product)
            {
                return Results.Text("The link leads to no product of this shop.", "text/plain", statusCode: StatusCodes.Status404NotFound);
            }

            List<KeyValuePair<string, string?>> parameters = [.. landing(publisherId, adId, campaignId, ShopClick.NewId())];
            parameters.AddRange(Carried.Where(name => query[name].ToString().Length > 0).Select(name => new KeyValuePair<string, string?>(name, query[name].ToString())));
            context.Response.Headers.CacheControl = "no-store";
            return Results.Redirect(shop.PathOf(catalog.Listing(product, shop.Partner)) + QueryString.Create(parameters));
        });
}
