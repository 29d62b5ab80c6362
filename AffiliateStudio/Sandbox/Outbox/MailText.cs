using System.Text.RegularExpressions;

namespace AffiliateStudio.Sandbox.Outbox;

/// <summary>Finds the links in a mail's plain text.</summary>
internal static partial class MailText
{
    /// <summary>The text in pieces: links, and what stands between them.</summary>
    public static IEnumerable<Part> Split(string text)
    {
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            if (link.Index > at)
            {
                yield return new Part(text[at..link.Index], false);
            }

            yield return new Part(link.Value, true);
            at = link.Index + link.Length;
        }

        if (at < text.Length)
        {
            yield return new Part(text[at..], false);
        }
    }

    // A full stop or bracket after an address belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)\]]")]
    private static partial Regex Link();

    /// <summary>A piece of a mail.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="IsLink">Whether it is an address.</param>
    public readonly record struct Part(string Text, bool IsLink);
}
