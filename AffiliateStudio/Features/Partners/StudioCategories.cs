using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>
/// The studio's own category tree, two levels and sometimes a third, written "Home/Lighting/Desk Lamps". Partners' paths are mapped onto it so that filters, cards and rate
/// cards speak of the same things whoever sells them.
/// </summary>
internal static class StudioCategories
{
    /// <summary>Where everything goes that fits nowhere.</summary>
    public const string Other = "Other";

    /// <summary>Every category of the tree, parents before their children, in the order in which filters show them.</summary>
    public static IReadOnlyList<string> All { get; } = Expand(StudioCategoryRules.Rules);

    /// <summary>
    /// The studio category for a partner's path (levels joined by "/" or " &gt; "). The deepest level that says anything decides; what says nothing is <see cref="Other"/>.
    /// </summary>
    public static string Map(PartnerKey partner, string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return Other;
        }

        if (All.Contains(path))
        {
            return path;
        }

        var levels = path.Split(['/', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var whole = Words(string.Join(' ', levels));
        for (var level = levels.Length - 1; level >= 0; level--)
        {
            if (Best(Words(levels[level]), whole, partner) is { } category)
            {
                return category;
            }
        }

        return Other;
    }

    /// <summary>The first level of a category: "Home" for "Home/Lighting".</summary>
    public static string TopOf(string category)
    {
        var end = category.IndexOf('/', StringComparison.Ordinal);
        return end < 0 ? category : category[..end];
    }

    /// <summary>Whether a category is another one or below it; everything is below the empty one.</summary>
    public static bool IsWithin(string category, string ancestor) =>
        ancestor.Length == 0 || category == ancestor || (category.StartsWith(ancestor, StringComparison.Ordinal) && category[ancestor.Length] == '/');

    // The longest phrase wins; between equals the one whose category shares more words with the whole path.
    private static string? Best(string level, string whole, PartnerKey partner) => StudioCategoryRules.Rules
        .SelectMany(rule => rule.Phrases, (rule, phrase) => (rule.Category, Phrase: Words(phrase), rule.OnlyFor))
        .Where(rule => (rule.OnlyFor is null || rule.OnlyFor == partner) && Contains(level, rule.Phrase))
        .OrderByDescending(rule => rule.Phrase.Length)
        .ThenByDescending(rule => rule.Category.Split('/').Count(part => Contains(whole, Words(part))))
        .Select(rule => rule.Category)
        .FirstOrDefault();

    private static bool Contains(string words, string phrase) => words.Contains(phrase, StringComparison.Ordinal);

    // Lower-case words with a space around each, so that a phrase is found at word limits only; a plain plural is the same word.
    private static string Words(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) ? character : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word != "and")
            .Select(word => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word);
        return ' ' + string.Join(' ', words) + ' ';
    }

    private static List<string> Expand(IReadOnlyList<StudioCategoryRule> rules)
    {
        var categories = new List<string>();
        foreach (var rule in rules)
        {
            for (var end = rule.Category.IndexOf('/', StringComparison.Ordinal); end >= 0; end = rule.Category.IndexOf('/', end + 1))
            {
                Add(rule.Category[..end]);
            }

            Add(rule.Category);
        }

        Add(Other);
        return categories;

        void Add(string category)
        {
            if (!categories.Contains(category))
            {
                categories.Add(category);
            }
        }
    }
}
