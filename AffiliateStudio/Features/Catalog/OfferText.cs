using System.Text;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Text from outside as it may be stored and shown: one line (or paragraphs), no control characters, no longer than its column.</summary>
internal static class OfferText
{
    /// <summary>One line: white space and control characters become single spaces; cut at a character, never inside one.</summary>
    public static string Line(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (isSpace && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + (isSpace ? 1 : rune.Utf16SequenceLength) > longest)
            {
                break;
            }

            line.Append(isSpace ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines, each cleaned as one line; empty lines in a row become one.</summary>
    public static string Paragraphs(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => Line(line, longest));
        var joined = string.Join('\n', lines).Trim('\n');
        while (joined.Contains("\n\n\n", StringComparison.Ordinal))
        {
            joined = joined.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        }

        return joined.Length <= longest ? joined : joined[..(char.IsHighSurrogate(joined[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>Picture URLs as they are stored, one a line: https or the sandbox's own, as many as fit.</summary>
    public static string Pictures(IEnumerable<string> urls, int longest)
    {
        var lines = new StringBuilder();
        foreach (var url in urls.Where(IsPicture).Distinct())
        {
            if (lines.Length + url.Length + 1 > longest)
            {
                break;
            }

            lines.Append(lines.Length == 0 ? string.Empty : "\n").Append(url);
        }

        return lines.ToString();
    }

    private static bool IsPicture(string url) =>
        !url.AsSpan().ContainsAnyInRange('\0', ' ')
        && (url.StartsWith("/sandbox/", StringComparison.Ordinal) || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps));
}
