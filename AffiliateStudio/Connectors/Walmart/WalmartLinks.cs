using System.Text.RegularExpressions;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Walmart's product URLs and impact.com's links around them: read in every form, written in one.</summary>
internal static partial class WalmartLinks
{
    private const string SandboxShop = "/sandbox/walmart/ip/";

    /// <summary>How a publisher id is asked for.</summary>
    public static CreatorTagForm TagForm { get; } = new("Walmart publisher ID", "1234567", "Your partner ID at impact.com, shown beside your account name. Digits only. Orders under it are reported to your own impact.com account and not here.");

    /// <summary>Reads a pasted URL.</summary>
    public static RecognizedProduct? Recognize(string url) => PastedUrl.Parse(url) is { } parsed ? Recognize(parsed, depth: 0) : null;

    /// <summary>The product page inside a tracking link of the API, as it is stored; the plain page by id when the link holds none.</summary>
    public static string PageIn(string? trackingUrl, string itemId, ConnectionContext connection)
    {
        if (connection.SandboxAddress is null)
        {
            return Page(itemId);
        }

        var inner = trackingUrl is not null && Uri.TryCreate(trackingUrl, UriKind.Absolute, out var link) ? PastedUrl.Query(link, "u") : null;
        var stored = inner is null ? string.Empty : connection.Stored(inner);
        return stored.StartsWith(SandboxShop, StringComparison.Ordinal) ? stored.Split('?', '#')[0] : SandboxShop + "item/" + itemId;
    }

    /// <summary>The link that earns for a publisher id. Without one it still leads to the product.</summary>
    public static EarningLink Build(ConnectionContext? connection, ProductReference product, string publisherId)
    {
        var isSandbox = product.ProductUrl.StartsWith(SandboxShop, StringComparison.Ordinal);
        var page = isSandbox ? product.ProductUrl.Split('?', '#')[0] : Page(product.ExternalId);
        if (publisherId.Length == 0)
        {
            return new EarningLink(page + "?veh=aff", "subId1");
        }

        var shop = isSandbox ? "/sandbox/walmart/c/" : "https://goto.walmart.com/c/";
        var ad = connection.Or(WalmartSettings.AdId, WalmartSettings.DefaultAdId);
        var campaign = connection.Or(WalmartSettings.CampaignId, WalmartSettings.DefaultCampaignId);
        return new EarningLink(
            $"{shop}{Escape(publisherId)}/{Escape(ad)}/{Escape(campaign)}?veh=aff&prodsku={Escape(product.ExternalId)}&u={Escape(page)}",
            "subId1");
    }

    /// <summary>Null when it looks like a publisher id, else what is wrong.</summary>
    public static string? CheckTag(string tag) => PublisherPattern().IsMatch(tag)
        ? null
        : "A Walmart publisher ID is your partner ID at impact.com: 4 to 12 digits and nothing else, such as 1234567.";

    private static RecognizedProduct? Recognize(Uri url, int depth)
    {
        var path = url.AbsolutePath;
        if (url.IsLoopback)
        {
            return path.StartsWith(SandboxShop, StringComparison.Ordinal) && ProductPath().Match(path["/sandbox/walmart".Length..]) is { Success: true } own
                ? new RecognizedProduct(own.Groups["id"].Value, path.TrimEnd('/'), TitleOf(own.Groups["slug"].Value))
                : null;
        }

        if (url is not { Scheme: "https" or "http", IsDefaultPort: true })
        {
            return null;
        }

        switch (url.IdnHost.ToLowerInvariant())
        {
            case "walmart.com" or "www.walmart.com" or "m.walmart.com" or "business.walmart.com":
                return ProductPath().Match(path) is { Success: true } match && match.Groups["id"].Value.TrimStart('0') is { Length: > 0 } id
                    ? new RecognizedProduct(id, Page(id), TitleOf(match.Groups["slug"].Value))
                    : null;
            case "affil.walmart.com" when CartItem().Match(PastedUrl.Query(url, "items") ?? string.Empty) is { Success: true } cart:
                return new RecognizedProduct(cart.Groups["id"].Value, Page(cart.Groups["id"].Value), null);
            case "goto.walmart.com" or "linksynergy.walmart.com" when depth < 2:
                return Unwrap(url, depth);
            default:
                return null;
        }
    }

    // impact.com carries the page in "u"; Rakuten's links of before 2019 in "RD_PARM1", encoded twice.
    private static RecognizedProduct? Unwrap(Uri url, int depth)
    {
        var inner = PastedUrl.Query(url, "u") ?? PastedUrl.Query(url, "RD_PARM1");
        if (inner is not null && inner.StartsWith("http", StringComparison.OrdinalIgnoreCase) && inner.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            && !inner.Contains("://", StringComparison.Ordinal))
        {
            inner = Uri.UnescapeDataString(inner);
        }

        return inner is not null && PastedUrl.Parse(inner) is { IsLoopback: false } page ? Recognize(page, depth + 1) : null;
    }

    private static string Page(string itemId) => "https://www.walmart.com/ip/" + Escape(itemId);

    private static string? TitleOf(string slug) => slug.Length < 4 || !slug.Contains('-', StringComparison.Ordinal)
        ? null
        : PlainText.FromHtml(Uri.UnescapeDataString(slug).Replace('-', ' '), 200);

    private static string Escape(string value) => Uri.EscapeDataString(value);

    [GeneratedRegex("^/ip/(?:(?<slug>[^/]+)/)*(?<id>[0-9]{1,15})/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex ProductPath();

    [GeneratedRegex("^(?<id>[1-9][0-9]{0,14})(?:\\||,|\\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex CartItem();

    [GeneratedRegex("^[0-9]{4,12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex PublisherPattern();
}
