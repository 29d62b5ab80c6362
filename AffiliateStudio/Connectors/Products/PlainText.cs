using System.Net;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Products;

/// <summary>Partners' texts without markup.</summary>
internal static class PlainText
{
    // Linear in the length of what a partner sends, whatever it is.
    private static readonly Regex Hidden = new(
        "<script\\b[^>]*>.*?</script\\s*>|<style\\b[^>]*>.*?</style\\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Tag = new("<[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

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
        text = Hidden.Replace(text, " ");
        text = Tag.Replace(text, " ");
        text = string.Join(' ', WebUtility.HtmlDecode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text.Length <= longest ? text : text[..longest].TrimEnd() + "…";
    }
}
