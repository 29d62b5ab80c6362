namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Search words as product search takes them: without the characters that it reads as its own.</summary>
internal static class RakutenWords
{
    private const string Forbidden = "&=?{}\\()[]-;~|$!><*%";

    /// <summary>The words, each once apart from the next by one space; empty when nothing is left.</summary>
    public static string Clean(string words) => string.Join(
        ' ',
        new string([.. words.Select(character => char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal) ? ' ' : character)])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
