using AffiliateStudio.Features.Videos;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>
/// What a pin's comment at a platform says: the disclosure, the product, the link. There is little room, so the product's words give way; disclosure and link never do.
/// </summary>
internal static class PinCommentText
{
    private const string Mark = "Ad · ";

    private const int ShortestProduct = 6;

    // Where the product stands: {0} is the product, {1} the link. A platform takes the same words twice for spam.
    private static readonly (string With, string Without)[] Forms =
    [
        ("{0}: {1}", "{1}"),
        ("{1} – {0}", "Link: {1}"),
        ("Shown here: {0} {1}", "Here: {1}"),
        ("It is the {0}, {1}", "As shown: {1}"),
    ];

    /// <summary>The text, or null when not even disclosure and link fit.</summary>
    /// <param name="disclosure">The pin's disclosure, as it was published.</param>
    /// <param name="product">The product's title.</param>
    /// <param name="link">The absolute short link.</param>
    /// <param name="longest">How many characters the platform takes.</param>
    /// <param name="posting">How often the pin's comment was written before.</param>
    public static string? Compose(string disclosure, string product, string link, int longest, int posting)
    {
        var (with, without) = Forms[posting % Forms.Length];
        var start = Short(disclosure) + " ";
        var room = longest - start.Length - (with.Length - 6) - link.Length;
        var title = PlainText.Clean(product).Replace('\n', ' ');

        // When all forms were used, the product gets shorter.
        var words = Shorten(title, Math.Min(room, title.Length) - (posting / Forms.Length * 4));
        var text = start + (words.Length > 0 ? Fill(with, words, link) : Fill(without, string.Empty, link));
        return text.Length <= longest ? text : start.Length + link.Length <= longest ? start + link : null;
    }

    /// <summary>The disclosure in a form that leaves room: the mark and, where the partner's terms demand a sentence of their own, that one in place of ours.</summary>
    public static string Short(string disclosure) =>
        disclosure.StartsWith(PinText.OwnDisclosure + " ", StringComparison.Ordinal) ? Mark + disclosure[(PinText.OwnDisclosure.Length + 1)..] : disclosure;

    private static string Fill(string form, string product, string link) =>
        form.Replace("{1}", link, StringComparison.Ordinal).Replace("{0}", product, StringComparison.Ordinal);

    private static string Shorten(string product, int room)
    {
        if (product.Length <= room)
        {
            return product;
        }

        if (room < ShortestProduct)
        {
            return string.Empty;
        }

        var end = product.LastIndexOf(' ', room - 1);
        var kept = product[..(end >= ShortestProduct - 1 ? end : room - 1)].TrimEnd(' ', ',', '-', ';', ':');
        return (char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept) + "…";
    }
}
