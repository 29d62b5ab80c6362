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

    // What a browser begins a new line at.
    private static readonly Regex Break = new(
        "</?(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)(?:\\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Item = new("<li(?:\\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>
    /// The words of a text that may be HTML, and HTML that was escaped once more: entities decoded, tags and their insides that are not text dropped, white space joined.
    /// Null when nothing is left. The result is text: whoever shows it escapes it.
    /// </summary>
    public static string? FromHtml(string? html, int longest) =>
        string.IsNullOrWhiteSpace(html) ? null : Cut(Words(Visible(html, longest)), longest);

    /// <summary>The same with the lines that a browser would show: paragraphs one below the other, items of a list each behind a bullet.</summary>
    public static string? LinesFromHtml(string? html, int longest)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return null;
        }

        var marked = Break.Replace(Item.Replace(Visible(html, longest).ReplaceLineEndings(" "), "\n• "), "\n");
        var lines = marked.Split('\n').Select(Words).Where(line => line.Trim('•', ' ').Length > 0);
        return Cut(string.Join('\n', lines), longest);
    }

    private static string Visible(string html, int longest) => Hidden.Replace(WebUtility.HtmlDecode(html.Length > longest * 8 ? html[..(longest * 8)] : html), " ");

    private static string Words(string html) =>
        string.Join(' ', WebUtility.HtmlDecode(Tag.Replace(html, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Cut(string text, int longest) => text.Length == 0 ? null : text.Length <= longest ? text : text[..longest].TrimEnd() + "…";
}
