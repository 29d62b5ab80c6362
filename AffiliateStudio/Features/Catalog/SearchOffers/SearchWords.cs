using System.Globalization;
using System.Text;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>
/// The words of a search as the full-text indexes take them: letters and digits only, so that nothing a person types is ever read as the index's own language. The last
/// word may be unfinished.
/// </summary>
internal static class SearchWords
{
    private const int MostWords = 12;
    private const int LongestWord = 40;

    // Words that PostgreSQL's English dictionary leaves out of its index; SQLite would demand them.
    private static readonly HashSet<string> Fillers = ["a", "an", "and", "by", "for", "from", "in", "is", "it", "my", "of", "on", "or", "s", "the", "to", "with"];

    /// <summary>The words of a text, lower case, without accents; none when it has no letters or digits.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else
            {
                Finish(words, word);
            }
        }

        Finish(words, word);
        var telling = words.Where(candidate => !Fillers.Contains(candidate)).Take(MostWords).ToList();
        return telling.Count > 0 ? telling : [.. words.Take(MostWords)];
    }

    /// <summary>All words, the last as a beginning, in FTS5's language.</summary>
    public static string ForSqlite(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => $"\"{word}\"")) + "*";

    /// <summary>All words, the last as a beginning, in PostgreSQL's language.</summary>
    public static string ForPostgres(IReadOnlyList<string> words) => string.Join(" & ", words.Select(word => $"'{word}'")) + ":*";

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString(0, Math.Min(word.Length, LongestWord)));
            word.Clear();
        }
    }
}
