using System.Text.RegularExpressions;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Finds addresses in plain text.</summary>
internal static partial class TextLinks
{
    /// <summary>The text in parts; those that are addresses say so.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string text)
    {
        var done = 0;
        foreach (Match link in Link().Matches(text))
        {
            if (link.Index > done)
            {
                yield return (text[done..link.Index], false);
            }

            yield return (link.Value, true);
            done = link.Index + link.Length;
        }

        if (done < text.Length)
        {
            yield return (text[done..], false);
        }
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
