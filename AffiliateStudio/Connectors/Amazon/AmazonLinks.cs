using System.Text.RegularExpressions;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>Amazon's product URLs: read in every form, written in one.</summary>
internal static partial class AmazonLinks
{
    private const string SandboxPage = "/sandbox/amazon/dp/";

    /// <summary>How a tracking id is asked for.</summary>
    public static CreatorTagForm TagForm { get; } = new(
        "Amazon tracking ID", "yourname-20", "Associates Central, Account settings, Manage your tracking IDs. Use one of its own for this studio.");

    /// <summary>An ASIN in its own spelling, or null when it is none.</summary>
    public static string? AsinOf(string? text) => text?.Trim().ToUpperInvariant() is { Length: 10 } asin && asin.All(char.IsAsciiLetterOrDigit) ? asin : null;

    /// <summary>Reads a pasted URL.</summary>
    public static RecognizedProduct? Recognize(string url) => PastedUrl.Parse(url) is { } parsed ? Recognize(parsed, depth: 0) : null;

    /// <summary>
    /// The plain page of an ASIN in the shop of the given page: the connection's marketplace when there is none, the sandbox's shop for a sandbox page.
    /// </summary>
    public static string PageOf(string asin, string? page, ConnectionContext? connection)
    {
        if (page is null ? connection?.SandboxAddress is not null : page.StartsWith("/sandbox/", StringComparison.Ordinal))
        {
            return SandboxPage + asin;
        }

        var shop = page is not null && Uri.TryCreate(page, UriKind.Absolute, out var uri) ? AmazonMarketplace.OfHost(uri.IdnHost.ToLowerInvariant()) : null;
        return $"https://{(shop ?? AmazonMarketplace.Of(connection)).Host}/dp/{asin}";
    }

    /// <summary>The link that earns for a tag. Without a tag it still leads to the product.</summary>
    public static EarningLink Build(ConnectionContext? connection, ProductReference product, string tag)
    {
        var page = PageOf(AmazonProductId.AsinOf(product.ExternalId), product.ProductUrl, connection);
        return new EarningLink(tag.Length > 0 ? $"{page}?tag={Uri.EscapeDataString(tag)}" : page + "?psc=1", "ascsubtag");
    }

    /// <summary>Whether a tracking id belongs to the shop of a page: each marketplace pays its own ids only. The sandbox's shop pays any.</summary>
    public static bool Earns(string page, string tag)
    {
        if (tag.Length == 0 || page.StartsWith("/sandbox/", StringComparison.Ordinal))
        {
            return tag.Length > 0;
        }

        var shop = Uri.TryCreate(page, UriKind.Absolute, out var uri) ? AmazonMarketplace.OfHost(uri.IdnHost.ToLowerInvariant()) : null;
        return tag.EndsWith((shop ?? AmazonMarketplace.All[0]).TagEnding, StringComparison.Ordinal);
    }

    /// <summary>Null when it looks like a tracking id, else what is wrong.</summary>
    public static string? CheckTag(string tag)
    {
        if (tag.Contains('@', StringComparison.Ordinal) || tag.Contains("amazon", StringComparison.OrdinalIgnoreCase))
        {
            return "Enter the tracking ID itself, such as yourname-20, not an e-mail address or a link.";
        }

        if (!EndsInMarketplace().IsMatch(tag))
        {
            return "A tracking ID ends in a dash and its marketplace's number, such as yourname-20 for amazon.com or yourname-21 for amazon.co.uk.";
        }

        return TagPattern().IsMatch(tag) ? null : "A tracking ID has only letters, digits and dashes, at most 64 of them, such as yourname-20.";
    }

    private static RecognizedProduct? Recognize(Uri url, int depth)
    {
        var host = url.IdnHost.ToLowerInvariant();
        if (url.IsLoopback && url.AbsolutePath.StartsWith(SandboxPage, StringComparison.Ordinal))
        {
            var own = AsinOf(url.AbsolutePath[SandboxPage.Length..].TrimEnd('/'));
            return own is null ? null : new RecognizedProduct(own, SandboxPage + own, null);
        }

        if (url is not { Scheme: "https" or "http", IsDefaultPort: true } || ShopOf(host) is not { } shop)
        {
            return null;
        }

        if (ProductPath().Match(url.AbsolutePath) is { Success: true } match)
        {
            var asin = match.Groups["asin"].Value.ToUpperInvariant();
            return new RecognizedProduct(AmazonProductId.Of(asin, shop), $"https://{shop.Host}/dp/{asin}", TitleOf(match.Groups["before"].Value)) { Currency = shop.Currency };
        }

        // Advertisements and old redirects carry the real page inside, as a path or as a whole URL.
        if (depth == 0 && WrapperPath().IsMatch(url.AbsolutePath) && (PastedUrl.Query(url, "url") ?? PastedUrl.Query(url, "location")) is { } inner)
        {
            return Uri.TryCreate(url, inner, out var unwrapped) && unwrapped.UserInfo.Length == 0 ? Recognize(unwrapped, depth + 1) : null;
        }

        return null;
    }

    private static AmazonMarketplace? ShopOf(string host)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "smile.", "m.", string.Empty])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && AmazonMarketplace.OfHost("www." + host[prefix.Length..]) is { } shop)
            {
                return shop;
            }
        }

        return null;
    }

    // "/Northlight-LED-Desk-Lamp" before "/dp/" is the title's words; language switches ("/-/en") and path words are not.
    private static string? TitleOf(string before)
    {
        var slug = before.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return slug is null || !slug.Contains('-', StringComparison.Ordinal) || slug.Length < 4
            ? null
            : PlainText.FromHtml(Uri.UnescapeDataString(slug).Replace('-', ' '), 200);
    }

    [GeneratedRegex(
        "^(?<before>.*?)/(?:dp/product|dp|gp/product/glance|gp/product|gp/aw/d|gp/aw/ol|gp/offer-listing|gp/d|exec/obidos/asin|exec/obidos/tg/detail/-|o/asin|d)/(?<asin>[a-z0-9]{10})(?=/|$|&|%20)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 500)]
    private static partial Regex ProductPath();

    [GeneratedRegex("^/(?:sspa/click|gp/slredirect/|gp/redirect\\.html|gp/r\\.html)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex WrapperPath();

    [GeneratedRegex("-2[0-9]\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex EndsInMarketplace();

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,59}[a-z0-9])?-2[0-9]\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex TagPattern();
}
