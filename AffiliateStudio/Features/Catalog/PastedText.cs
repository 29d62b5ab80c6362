using System.Text.RegularExpressions;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Finds the addresses in a pasted text: what a shop's share button copies often has words around the link.</summary>
internal static class PastedText
{
    // Ends of sentences and closing brackets belong to the words, not to the address.
    private const string Ends = ".,;:!?)]}>'\"’”»…";

    // Linear in the length of what is pasted, whatever it is.
    private static readonly Regex Address = new(
        "(?:https?://|\\bwww\\.)[^\\s<>\"]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The different addresses that a text holds, in order.</summary>
    public static IReadOnlyList<string> Addresses(string text) => [.. Address.Matches(text).Select(match => match.Value.TrimEnd(Ends.ToCharArray())).Distinct(StringComparer.Ordinal)];
}
