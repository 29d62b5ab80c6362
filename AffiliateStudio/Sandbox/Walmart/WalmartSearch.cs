using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>A search request that was read.</summary>
internal sealed record WalmartSearch
{
    /// <summary>No query reaches beyond this item.</summary>
    public const int Ceiling = 1_000;

    public required string Query { get; init; }

    public required int Start { get; init; }

    public required int Count { get; init; }

    public required string Sort { get; init; }

    public required bool Full { get; init; }

    public required bool WithFacets { get; init; }

    private string Category { get; init; } = string.Empty;

    private string Order { get; init; } = string.Empty;

    private string Brand { get; init; } = string.Empty;

    private long LowestCents { get; init; }

    private long HighestCents { get; init; } = long.MaxValue;

    /// <summary>Reads the request; what is wrong is left in the query.</summary>
    public static WalmartSearch Read(WalmartQuery query)
    {
        var words = query.Text("query");
        if (string.IsNullOrWhiteSpace(words))
        {
            query.Refuse(4_001, "Invalid query. The parameter query is required");
        }

        var sort = query.OneOf("sort", "relevance", 4_005, "relevance", "price", "title", "bestseller", "customerRating", "new");
        var order = query.OneOf("order", string.Empty, 4_006, "ascending", "descending");
        if (order.Length > 0 && sort != "price")
        {
            query.Refuse(4_006, "Invalid order. It goes with sort=price only");
        }

        var (lowest, highest) = ReadRange(query);
        return new WalmartSearch
        {
            Query = words,
            Start = query.Number("start", 1, 1, Ceiling, 4_003),
            Count = query.Number("numItems", 10, 1, 25, 4_004),
            Sort = sort,
            Full = query.OneOf("responseGroup", "base", 4_007, "base", "full") == "full",
            WithFacets = query.OneOf("facet", "off", 4_008, "on", "off") == "on",
            Category = query.Text("categoryId"),
            Order = order,
            Brand = ReadBrand(query),
            LowestCents = lowest,
            HighestCents = highest,
        };
    }

    /// <summary>All listings that fit, in order.</summary>
    public List<SandboxListing> Run(SandboxCatalog catalog)
    {
        var found = catalog.Search(SandboxPartner.Walmart, Query, Fits).ConvertAll(product => catalog.Listing(product, SandboxPartner.Walmart));
        found.RemoveAll(listing => listing.Price.MinorUnits < LowestCents || listing.Price.MinorUnits > HighestCents);
        return Sort switch
        {
            "price" when Order == "descending" => [.. found.OrderByDescending(listing => listing.Price.MinorUnits)],
            "price" => [.. found.OrderBy(listing => listing.Price.MinorUnits)],
            "title" => [.. found.OrderBy(listing => listing.Title, StringComparer.Ordinal)],
            "bestseller" => [.. found.OrderByDescending(listing => listing.Product.Popularity)],
            "customerRating" => [.. found.OrderByDescending(listing => WalmartItems.Rating(listing.Product), StringComparer.Ordinal)],
            "new" => [.. found.OrderByDescending(listing => listing.Product.Index)],
            _ => found,
        };
    }

    /// <summary>How many of each brand were found, the most first.</summary>
    public static JsonArray Facets(IReadOnlyList<SandboxListing> found) => new(new JsonObject
    {
        ["name"] = "brand",
        ["displayName"] = "Brand",
        ["facetValues"] = new JsonArray([.. found.CountBy(listing => listing.Product.Brand).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(10)
            .Select(pair => (JsonNode)new JsonObject { ["name"] = pair.Key, ["count"] = pair.Value })]),
    });

    private bool Fits(SandboxProduct product) =>
        (Category.Length == 0 || product.Kind.WalmartNode == Category || product.Kind.WalmartNode.StartsWith(Category + "_", StringComparison.Ordinal))
        && (Brand.Length == 0 || product.Brand.Equals(Brand, StringComparison.OrdinalIgnoreCase));

    private static string ReadBrand(WalmartQuery query)
    {
        var filter = query.Text("facet.filter");
        if (filter.Length == 0)
        {
            return string.Empty;
        }

        if (!filter.StartsWith("brand:", StringComparison.Ordinal))
        {
            query.Refuse(4_009, "Invalid facet.filter. Only brand is known");
        }

        return filter["brand:".Length..];
    }

    // price:[10 TO 49.99]
    private static (long Lowest, long Highest) ReadRange(WalmartQuery query)
    {
        var range = query.Text("facet.range");
        if (range.Length == 0)
        {
            return (0, long.MaxValue);
        }

        const string Prefix = "price:[";
        var parts = range.StartsWith(Prefix, StringComparison.Ordinal) && range[^1] == ']' ? range[Prefix.Length..^1].Split(" TO ") : [];
        if (parts.Length == 2
            && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lowest)
            && decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var highest)
            && lowest <= highest && highest < 1_000_000)
        {
            return ((long)decimal.Round(lowest * 100), (long)decimal.Round(highest * 100));
        }

        query.Refuse(4_010, "Invalid facet.range. Write price:[lowest TO highest]");
        return (0, long.MaxValue);
    }
}
