using System.Text.RegularExpressions;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Pages of the network's shops and Rakuten's links around them: read in every form, written in one.</summary>
internal static partial class RakutenLinks
{
    private const string SandboxRoot = "/sandbox/rakuten/";
    private const int LongestUrl = 2_000;

    /// <summary>How an encrypted publisher id is asked for.</summary>
    public static CreatorTagForm TagForm { get; } = new(
        "Rakuten publisher ID",
        "AbCdEf12345",
        "The 11 characters after “id=” in any of your own Rakuten links; upper and lower case count. Orders under it are reported to your own Rakuten account and not here.",
        IsCaseSensitive: true);

    /// <summary>Reads a pasted URL: a page of a shop that the network told us of, or one of Rakuten's links around such a page.</summary>
    public static RecognizedProduct? Recognize(string url, IMerchantBook merchants) => PastedUrl.Parse(url) is { } parsed ? Recognize(parsed, merchants, depth: 0) : null;

    /// <summary>The page inside a link of the API, as it is stored; null when the link holds none.</summary>
    public static string? PageIn(string? linkUrl, ConnectionContext connection)
    {
        var page = linkUrl is not null && Uri.TryCreate(linkUrl, UriKind.Absolute, out var link) ? InnerOf(link) : null;
        if (page is null)
        {
            return null;
        }

        if (connection.SandboxAddress is not null)
        {
            return connection.Stored(page) is { } stored && stored.StartsWith(SandboxRoot, StringComparison.Ordinal) ? stored : null;
        }

        return PastedUrl.Parse(page) is { Scheme: "https" or "http", IsDefaultPort: true, IsLoopback: false } address ? Plain(address, address.Query) : null;
    }

    /// <summary>The link that earns for a publisher id. Without one, or without a merchant, it still leads to the page.</summary>
    public static EarningLink Build(ProductReference product, string publisherId)
    {
        var isSandbox = product.ProductUrl.StartsWith(SandboxRoot, StringComparison.Ordinal);
        if (publisherId.Length == 0 || RakutenProductId.MidOf(product.ExternalId) is not { } mid)
        {
            var page = product.ProductUrl.Split('#')[0];
            return new EarningLink(page.Contains('?', StringComparison.Ordinal) ? page : page + "?ref=aff", "u1");
        }

        return new EarningLink(
            $"{(isSandbox ? SandboxRoot : "https://click.linksynergy.com/")}deeplink?id={Uri.EscapeDataString(publisherId)}&mid={mid}&murl={Uri.EscapeDataString(product.ProductUrl)}",
            "u1");
    }

    /// <summary>Null when it looks like an encrypted publisher id, else what is wrong.</summary>
    public static string? CheckTag(string tag) => TagPattern().IsMatch(tag)
        ? null
        : "A Rakuten publisher ID is the code after “id=” in your links: 11 characters, upper and lower case as shown, such as AbCdEf12345.";

    private static RecognizedProduct? Recognize(Uri url, IMerchantBook merchants, int depth)
    {
        if (url.IsLoopback)
        {
            return depth == 0 && SandboxPage().Match(url.AbsolutePath) is { Success: true } own && RakutenProductId.Of(own.Groups["mid"].Value, own.Groups["id"].Value) is { } known
                ? new RecognizedProduct(known, url.AbsolutePath.TrimEnd('/'), null) { MerchantId = own.Groups["mid"].Value }
                : null;
        }

        if (url is not { Scheme: "https" or "http", IsDefaultPort: true })
        {
            return null;
        }

        var host = url.IdnHost.ToLowerInvariant();
        if (host == "click.linksynergy.com" || host.StartsWith("linksynergy.", StringComparison.Ordinal))
        {
            return depth < 2
                && url.AbsolutePath.TrimEnd('/') is "/deeplink" or "/link" or "/fs-bin/click" or "/fs-bin/statform"
                && InnerOf(url) is { } inner
                && PastedUrl.Parse(inner) is { IsLoopback: false } page
                    ? Recognize(page, merchants, depth + 1)
                    : null;
        }

        return merchants.FindByHost(PartnerKey.Rakuten, host) is { } merchant ? PageOf(url, merchant) : null;
    }

    private static RecognizedProduct? PageOf(Uri url, Merchant merchant)
    {
        var query = TrackingJunk.Without(url.Query);
        if (url.AbsolutePath == "/" && query.Length == 0)
        {
            return null;
        }

        var page = Plain(url, query);
        return page.Length <= LongestUrl && RakutenProductId.IsMid(merchant.Id)
            ? new RecognizedProduct(RakutenProductId.OfPage(merchant.Id, page), page, TitleOf(url)) { MerchantId = merchant.Id }
            : null;
    }

    // Today's links carry the page in "murl", those of long ago in "RD_PARM1", often encoded twice.
    private static string? InnerOf(Uri url)
    {
        var inner = PastedUrl.Query(url, "murl") ?? PastedUrl.Query(url, "RD_PARM1");
        return inner is not null && !inner.Contains("://", StringComparison.Ordinal) && inner.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(inner) : inner;
    }

    private static string Plain(Uri url, string query) => $"https://{url.IdnHost.ToLowerInvariant()}{url.AbsolutePath}{query}";

    private static string? TitleOf(Uri url)
    {
        var slug = Uri.UnescapeDataString(url.Segments.LastOrDefault(segment => segment.Contains('-', StringComparison.Ordinal)) ?? string.Empty).Trim('/');
        var end = slug.LastIndexOf('.');
        return slug.Length < 4 ? null : PlainText.FromHtml((end > 0 ? slug[..end] : slug).Replace('-', ' '), 200);
    }

    [GeneratedRegex("^/sandbox/rakuten/m/(?<mid>[0-9]{1,12})/p/(?<id>[A-Za-z0-9-]{3,40})/?\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex SandboxPage();

    [GeneratedRegex("^[A-Za-z0-9*/+._-]{11}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex TagPattern();
}
