using System.Net;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Products;

/// <summary>Partners' texts without markup.</summary>
internal static partial class PlainText
{
    /// <summary>
    /// The words of a text that may be HTML, and HTML that was escaped once more: entities decoded, tags and their insides that are not text dropped, white space joined.
    /// Null when nothing is left. The result is text: whoever shows it escapes it.
    /// </summary>
    public static string? FromHtml(string? html, int longest)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return null;
        }

        var text = WebUtility.HtmlDecode(html.Length > longest * 8 ? html[..(longest * 8)] : html);
        text = Hidden().Replace(text, " ");
        text = Tag().Replace(text, " ");
        text = string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text.Length <= longest ? text : text[..longest].TrimEnd() + "…";
    }

    [GeneratedRegex("<(script|style)\\b[^>]*>.*?</\\1\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 500)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Tag();
}
