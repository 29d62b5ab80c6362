using System.Globalization;
using System.Text.RegularExpressions;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>
/// The <c>Query</c> of an item search: comparisons (<c>= != &lt; &lt;= &gt; &gt;= ~</c>, and <c>IN (…)</c>) joined by AND. Names are as the network writes them, in that case;
/// texts stand in single quotes.
/// </summary>
internal sealed partial class ItemFilter
{
    private readonly IReadOnlyList<Func<SandboxListing, bool>> _conditions;

    private ItemFilter(IReadOnlyList<Func<SandboxListing, bool>> conditions) => _conditions = conditions;

    /// <summary>Reads a query, an empty one too; null when it is not understood.</summary>
    public static ItemFilter? Parse(string query)
    {
        var text = query.Trim();
        if (text.Length > 1 && text[0] == '(' && text[^1] == ')')
        {
            text = text[1..^1];
        }

        var conditions = new List<Func<SandboxListing, bool>>();
        foreach (var part in text.Length == 0 ? [] : Regex.Split(text, " AND ", RegexOptions.None, TimeSpan.FromMilliseconds(200)))
        {
            if (Condition(part.Trim()) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }

        return new ItemFilter(conditions);
    }

    /// <summary>Whether a listing fits.</summary>
    public bool Fits(SandboxListing listing) => _conditions.All(condition => condition(listing));

    private static Func<SandboxListing, bool>? Condition(string text)
    {
        if (OneOf().Match(text) is { Success: true } list && Field(list.Groups["name"].Value) is { } member)
        {
            var values = list.Groups["values"].Value.Split(',').Select(value => value.Trim().Trim('\'')).ToHashSet(StringComparer.Ordinal);
            return listing => values.Contains(member(listing));
        }

        if (Comparison().Match(text) is not { Success: true } found || Field(found.Groups["name"].Value) is not { } field)
        {
            return null;
        }

        var (sign, right) = (found.Groups["sign"].Value, found.Groups["text"].Success ? found.Groups["text"].Value : found.Groups["number"].Value);
        return sign switch
        {
            "=" or "==" => listing => field(listing) == right,
            "!=" => listing => field(listing) != right,
            "~" => listing => field(listing).Contains(right, StringComparison.Ordinal),
            _ when decimal.TryParse(right, NumberStyles.Number, CultureInfo.InvariantCulture, out var limit) => listing => Compare(field(listing), sign, limit),
            _ => null,
        };
    }

    private static bool Compare(string left, string sign, decimal limit) => decimal.TryParse(left, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && sign switch
    {
        ">" => number > limit,
        ">=" => number >= limit,
        "<" => number < limit,
        _ => number <= limit,
    };

    private static Func<SandboxListing, string>? Field(string name) => name switch
    {
        "CatalogItemId" => listing => listing.Id,
        "CatalogId" => listing => ItemWriter.CatalogOf(listing.Product),
        "Name" => listing => listing.Title,
        "Manufacturer" => listing => listing.Product.Brand,
        "Gtin" => listing => "00" + listing.Product.Gtin,
        "CurrentPrice" => listing => listing.Price.Major.ToString("0.00", CultureInfo.InvariantCulture),
        "StockAvailability" => listing => ItemWriter.Stock(listing.Stock),
        _ => null,
    };

    [GeneratedRegex(@"\A(?<name>[A-Za-z]+) IN ?\((?<values>'[^']*'(, ?'[^']*')*)\)\z")]
    private static partial Regex OneOf();

    [GeneratedRegex(@"\A(?<name>[A-Za-z]+) ?(?<sign>==|=|!=|>=|<=|>|<|~) ?('(?<text>[^']*)'|(?<number>-?[0-9.]+))\z")]
    private static partial Regex Comparison();
}
