using System.Globalization;
using System.Text;

namespace AffiliateStudio.Features.Videos;

/// <summary>Text that people typed, made safe to keep and to show among other people's text.</summary>
public static class PlainText
{
    /// <summary>
    /// Trims, keeps line breaks (two at most in a row), and drops control characters and the marks that turn the direction of the text around them.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var kept = new StringBuilder(text.Length);
        var breaks = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                breaks++;
                if (breaks <= 2)
                {
                    kept.Append('\n');
                }

                continue;
            }

            // U+FFFD is what half a surrogate pair reads as: it cannot be stored as UTF-8.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || IsDirectionMark(rune.Value) || rune == Rune.ReplacementChar)
            {
                if (rune.Value == '\t')
                {
                    kept.Append(' ');
                }

                continue;
            }

            breaks = 0;
            kept.Append(rune.ToString());
        }

        return kept.ToString().Trim();
    }

    // Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069) could make a sentence read differently than it is written.
    private static bool IsDirectionMark(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
