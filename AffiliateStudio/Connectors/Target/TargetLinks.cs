using System.Text.RegularExpressions;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Target;

/// <summary>Target's product URLs and impact.com's links around them: read in every form, written in one.</summary>
internal static partial class TargetLinks
{
    private const string SandboxShop = "/sandbox/target/p/";

    /// <summary>How a publisher id is asked for.</summary>
    public static CreatorTagForm TagForm { get; } = new(
        "Target publisher ID", "1234567", "Your partner ID at impact.com, shown beside your account name. Digits only. Orders under it are reported to your own impact.com account and not here.");

    /// <summary>Reads a pasted URL.</summary>
    public static RecognizedProduct? Recognize(string url) => PastedUrl.Parse(url) is { } parsed ? Recognize(parsed, depth: 0) : null;

    /// <summary>The product page inside a tracking link of the catalog, as it is stored; the plain page by id when the link holds none.</summary>
    public static string PageIn(string? trackingUrl, string itemId, ConnectionContext connection)
    {
        var inner = trackingUrl is not null && Uri.TryCreate(trackingUrl, UriKind.Absolute, out var link) ? PastedUrl.Query(link, "u") : null;
        if (connection.SandboxAddress is null)
        {
            return inner is not null && Recognize(inner) is { } page && page.ExternalId == itemId ? page.CleanUrl : Page(itemId);
        }

        var stored = inner is null ? string.Empty : connection.Stored(inner);
        return stored.StartsWith(SandboxShop, StringComparison.Ordinal) ? stored.Split('?', '#')[0] : $"{SandboxShop}item/-/A-{itemId}";
    }

    /// <summary>The link that earns for a publisher id. Without id or ad it still leads to the product.</summary>
    public static EarningLink Build(ProductReference product, string publisherId, string adId, string campaignId)
    {
        var isSandbox = product.ProductUrl.StartsWith(SandboxShop, StringComparison.Ordinal);
        var page = isSandbox ? product.ProductUrl.Split('?', '#')[0] : Recognize(product.ProductUrl)?.CleanUrl ?? Page(product.ExternalId);
        if (publisherId.Length == 0 || adId.Length == 0)
        {
            return new EarningLink(page + "?ref=aff", "subId1");
        }

        var shop = isSandbox ? "/sandbox/target/c/" : "https://goto.target.com/c/";
        return new EarningLink($"{shop}{Escape(publisherId)}/{Escape(adId)}/{Escape(campaignId)}?prodsku={Escape(product.ExternalId)}&u={Escape(page)}", "subId1");
    }

    /// <summary>Null when it looks like a publisher id, else what is wrong.</summary>
    public static string? CheckTag(string tag) => PublisherPattern().IsMatch(tag)
        ? null
        : "A Target publisher ID is your partner ID at impact.com: 4 to 12 digits and nothing else, such as 1234567.";

    /// <summary>The publisher and the ad in a tracking link of the programme, or null.</summary>
    public static (string PublisherId, string AdId)? PartsOf(string? trackingLink) =>
        trackingLink is not null && Uri.TryCreate(trackingLink, UriKind.Absolute, out var link) && TrackingPath().Match(link.AbsolutePath) is { Success: true } found
            ? (found.Groups["publisher"].Value, found.Groups["ad"].Value)
            : null;

    private static RecognizedProduct? Recognize(Uri url, int depth)
    {
        var path = url.AbsolutePath;
        if (url.IsLoopback)
        {
            return path.StartsWith(SandboxShop, StringComparison.Ordinal) && ProductPath().Match(path["/sandbox/target".Length..]) is { Success: true } own
                ? new RecognizedProduct(own.Groups["id"].Value, path.TrimEnd('/'), TitleOf(own.Groups["slug"].Value))
                : null;
        }

        if (url is not { Scheme: "https" or "http", IsDefaultPort: true })
        {
            return null;
        }

        switch (url.IdnHost.ToLowerInvariant())
        {
            case "target.com" or "www.target.com" or "m.target.com" or "intl.target.com":
                return ProductPath().Match(path) is { Success: true } match
                    ? Of(match.Groups["slug"].Value, Variant(url) ?? match.Groups["id"].Value)
                    : null;
            case "goto.target.com" when depth < 2:
                return PastedUrl.Query(url, "u") is { } inner && PastedUrl.Parse(inner) is { IsLoopback: false } page
                    ? Recognize(page, depth + 1)
                    : TrackingPath().IsMatch(path) && PastedUrl.Query(url, "prodsku") is { } sku && ItemId().IsMatch(sku) ? new RecognizedProduct(sku, Page(sku), null) : null;
            default:
                return null;
        }
    }

    // A colour or size is chosen by "preselect": it is the item that is bought, the id in the path is its family.
    private static string? Variant(Uri url) => PastedUrl.Query(url, "preselect") is { } chosen && ItemId().IsMatch(chosen) ? chosen : null;

    private static RecognizedProduct Of(string slug, string id) => new(id, slug.Length > 0 && slug != "-" ? $"https://www.target.com/p/{slug}/-/A-{id}" : Page(id), TitleOf(slug));

    private static string Page(string itemId) => "https://www.target.com/p/-/A-" + Escape(itemId);

    private static string? TitleOf(string slug) => slug.Length < 4 || !slug.Contains('-', StringComparison.Ordinal)
        ? null
        : PlainText.FromHtml(Uri.UnescapeDataString(slug).Replace('-', ' '), 200);

    private static string Escape(string value) => Uri.EscapeDataString(value);

    [GeneratedRegex("^/p/(?:(?<slug>[a-z0-9%._~-]{1,300})/)?-/A-(?<id>[0-9]{5,12})/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex ProductPath();

    [GeneratedRegex("/c/(?<publisher>[0-9]{1,12})/(?<ad>[0-9]{1,12})/[0-9]{1,12}/?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex TrackingPath();

    [GeneratedRegex("^[0-9]{5,12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex ItemId();

    [GeneratedRegex("^[0-9]{4,12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex PublisherPattern();
}
