using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Connectors.Products;

/// <summary>URLs as people paste them: with spaces, brackets and full stops around, without a scheme.</summary>
internal static class PastedUrl
{
    private const int Longest = 4096;

    /// <summary>
    /// The URL, or null when it is none or tries to look like another: control characters, backslashes, user info, a host that is no DNS name (or loopback, for the
    /// sandbox's shops), a trailing dot.
    /// </summary>
    public static Uri? Parse(string text)
    {
        var url = text.Trim().TrimStart('<', '(', '[', '{', '"', '\'').TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '*', '_', ' ');
        if (url.Length is 0 or > Longest || url.AsSpan().ContainsAnyInRange('\0', ' ') || url.AsSpan().ContainsAny('\\', '\x7f'))
        {
            return null;
        }

        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            var start = url.IndexOfAny(['/', '?', '#', ':', '@']);
            if (start <= 0 || url[start] != '/' || !url.AsSpan(0, start).Contains('.'))
            {
                return null;
            }

            url = "https://" + url;
        }

        return !AuthorityOf(url).Contains('@')
            && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            && parsed.UserInfo.Length == 0
            && (parsed.HostNameType == UriHostNameType.Dns || parsed.IsLoopback)
            && parsed.FindIdnHost() is { Length: > 0 } host
            && !host.EndsWith('.')
                ? parsed
                : null;
    }

    /// <summary>The first value of a query parameter, decoded once; null when it is not there.</summary>
    public static string? Query(Uri url, string name)
    {
        foreach (var pair in new QueryStringEnumerable(url.Query))
        {
            if (pair.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return pair.DecodeValue().ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> AuthorityOf(string url)
    {
        var rest = url.AsSpan(url.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? rest : rest[..end];
    }
}
