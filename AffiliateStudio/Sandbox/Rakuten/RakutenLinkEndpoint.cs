using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Makes deep links, one a call; says no under status 200.</summary>
internal static class RakutenLinkEndpoint
{
    private const int LongestSubId = 72;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/v1/links/deep_links", MakeAsync);

    private static async Task<IResult> MakeAsync(HttpContext context, SandboxCatalog catalog, SandboxCredentials credentials)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return RakutenErrors.Parameter("The body must be a JSON object");
        }

        var url = Text(body, "url");
        var u1 = Text(body, "u1") ?? string.Empty;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
        {
            return RakutenErrors.Parameter("url is required and must be a URL");
        }

        if (body["advertiser_id"] is not JsonValue number || !number.TryGetValue<long>(out var mid))
        {
            return RakutenErrors.Parameter("advertiser_id is required and must be a number");
        }

        if (u1.Length > LongestSubId)
        {
            return RakutenErrors.Parameter($"u1 must have at most {LongestSubId} characters");
        }

        if (RakutenMerchants.Find(mid.ToString(CultureInfo.InvariantCulture)) is not { } merchant)
        {
            return RakutenErrors.Link("CANNOT_RESOLVE_ADVERTISER", "No advertiser with this id");
        }

        return Refusal(merchant, page, catalog) ?? Answer(context, merchant, url!, u1, credentials);
    }

    private static IResult? Refusal(RakutenMerchant merchant, Uri page, SandboxCatalog catalog)
    {
        var isOwn = page.IsLoopback
            ? RakutenRedirects.ProductOf(catalog, page.AbsolutePath) is { } product && RakutenMerchants.SellerOf(product) == merchant
            : page.IdnHost == merchant.Host || page.IdnHost.EndsWith(merchant.Host["www".Length..], StringComparison.Ordinal);
        return !merchant.IsActive ? RakutenErrors.Link("ACCESS_DENIED", "Publisher has no partnership with this advertiser")
            : !merchant.AllowsDeepLinks ? RakutenErrors.Link("DEEP_LINKING_NOT_ENABLED", "The advertiser has not enabled deep linking")
            : !isOwn ? RakutenErrors.Link("URL_TEMPLATE_MISMATCH", "The url does not match the advertiser's template")
            : page.AbsolutePath.Contains("gift-card", StringComparison.OrdinalIgnoreCase) ? RakutenErrors.Link("DEEP_LINK_DENIED", "The url contains a blocked term")
            : null;
    }

    private static IResult Answer(HttpContext context, RakutenMerchant merchant, string url, string u1, SandboxCredentials credentials)
    {
        var subId = u1.Length > 0 ? $"&u1={Uri.EscapeDataString(u1)}" : string.Empty;
        return JsonBody.Answer(new JsonObject
        {
            ["_metadata"] = new JsonObject { ["api_name_version"] = "links-deep-links-v1.0.0" },
            ["advertiser"] = new JsonObject
            {
                ["id"] = int.Parse(merchant.Mid, CultureInfo.InvariantCulture),
                ["name"] = merchant.Name,
                ["url"] = $"https://{merchant.Host}",
                ["description"] = string.Join(", ", merchant.Departments),
                ["deep_link"] = new JsonObject
                {
                    ["deep_link_url"] = $"{context.Request.Scheme}://{context.Request.Host}/sandbox/rakuten/deeplink?id={credentials.RakutenPublisherId}&mid={merchant.Mid}{subId}&murl={Uri.EscapeDataString(url)}",
                    ["u1"] = u1,
                    ["url"] = url,
                },
            },
        });
    }

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
