using System.Security.Cryptography;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Rakuten's redirects: a link made by hand or by the API, and the ones that product search gives. Both land on the page with what the shop reads there.</summary>
internal static class RakutenRedirects
{
    private const string Pages = "/sandbox/rakuten/m/";
    private const int CodeLength = 11;

    public static void Map(RouteGroupBuilder shop)
    {
        shop.MapGet("/deeplink", (HttpContext context, SandboxCatalog catalog) => Follow(context, catalog, context.Request.Query["mid"].ToString()));
        shop.MapGet("/link", (HttpContext context, SandboxCatalog catalog) => Follow(context, catalog, mid: null));
    }

    /// <summary>The product of a page's address, or null when it is none of these shops'.</summary>
    public static SandboxProduct? ProductOf(SandboxCatalog catalog, string address)
    {
        var start = address.IndexOf(Pages, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var parts = address[(start + Pages.Length)..].Split('?', '#')[0].Trim('/').Split('/');
        return parts is [var mid, "p", var id] && catalog.Find(SandboxPartner.Rakuten, Uri.UnescapeDataString(id)) is { } product && RakutenMerchants.SellerOf(product)?.Mid == mid ? product : null;
    }

    private static IResult Follow(HttpContext context, SandboxCatalog catalog, string? mid)
    {
        var query = context.Request.Query;
        var (code, page, u1) = (query["id"].ToString(), query["murl"].ToString(), query["u1"].ToString());
        if (code.Length != CodeLength || page.Length == 0 || (mid is not null && RakutenMerchants.Find(mid) is null) || (mid is null && query["offerid"].ToString().Length == 0))
        {
            return Text("The link is malformed.");
        }

        if (ProductOf(catalog, page) is not { } product || (mid is not null && RakutenMerchants.SellerOf(product)!.Mid != mid))
        {
            return Text("The link leads to no page of this shop.");
        }

        List<KeyValuePair<string, string?>> landing =
        [
            new("ranMID", RakutenMerchants.SellerOf(product)!.Mid), new("ranEAID", code), new("ranSiteID", $"{code}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11))}"),
        ];
        if (u1.Length > 0)
        {
            landing.Add(new("u1", u1));
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(SandboxShops.Of(SandboxPartner.Rakuten).PathOf(catalog.Listing(product, SandboxPartner.Rakuten)) + QueryString.Create(landing));
    }

    private static IResult Text(string words) => Results.Text(words, "text/plain", statusCode: StatusCodes.Status404NotFound);
}
