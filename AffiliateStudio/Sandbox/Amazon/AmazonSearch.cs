using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>A searchItems request that was read and found right.</summary>
internal sealed record AmazonSearch
{
    public required string Words { get; init; }

    public required string Tag { get; init; }

    public required int Page { get; init; }

    public required int Count { get; init; }

    public required List<string> Resources { get; init; }

    private string? Index { get; init; }

    private string? Node { get; init; }

    private string? Sort { get; init; }

    private int? LowestCents { get; init; }

    private int? HighestCents { get; init; }

    private bool WithSoldOut { get; init; }

    /// <summary>Reads the request; what is wrong is left in the check.</summary>
    public static AmazonSearch Read(AmazonRequestCheck check, JsonObject body, IReadOnlyList<ProductKind> kinds)
    {
        var search = new AmazonSearch
        {
            Words = AmazonCatalogEndpoints.ReadWords(check),
            Tag = check.Text("partnerTag", 64) ?? string.Empty,
            Page = check.Number("itemPage", 1, 10) ?? 1,
            Count = check.Number("itemCount", 1, 100) ?? 10,
            Resources = AmazonCatalogEndpoints.ReadResources(check),
            Index = check.OneOf("searchIndex", ["All", .. kinds.Select(kind => kind.Department.AmazonIndex).Distinct()]),
            Node = check.Text("browseNodeId", 19),
            Sort = check.OneOf("sortBy", "AvgCustomerReviews", "Featured", "NewestArrivals", "Price:HighToLow", "Price:LowToHigh", "Relevance"),
            LowestCents = check.Number("minPrice", 1, int.MaxValue),
            HighestCents = check.Number("maxPrice", 1, int.MaxValue),
            WithSoldOut = check.OneOf("availability", "Available", "IncludeOutOfStock") == "IncludeOutOfStock",
        };
        check.OneOf("condition", "Any", "New");
        check.Number("minReviewsRating", 1, 4);
        check.Number("minSavingPercent", 1, 99);
        check.Texts("languagesOfPreference", 0, 1);
        if (search.Words.Length == 0 && body["browseNodeId"] is null && search.Index is null or "All")
        {
            check.Add("keywords", "at least one of keywords, actor, artist, author, brand, title, browseNodeId or searchIndex is required");
        }

        return search;
    }

    /// <summary>All listings that fit, in order.</summary>
    public List<SandboxListing> Run(SandboxCatalog catalog)
    {
        var found = catalog.Search(SandboxPartner.Amazon, Words, Fits).ConvertAll(product => catalog.Listing(product, SandboxPartner.Amazon));
        found.RemoveAll(listing => (!WithSoldOut && listing.Stock == SandboxStock.SoldOut)
            || listing.Price.MinorUnits < (LowestCents ?? 0)
            || listing.Price.MinorUnits > (HighestCents ?? int.MaxValue));
        return Sort switch
        {
            "Price:LowToHigh" => [.. found.OrderBy(listing => listing.Price.MinorUnits)],
            "Price:HighToLow" => [.. found.OrderByDescending(listing => listing.Price.MinorUnits)],
            "NewestArrivals" => [.. found.OrderByDescending(listing => listing.Product.Index)],
            _ => found,
        };
    }

    private bool Fits(SandboxProduct product) =>
        (Index is null or "All" || product.Kind.Department.AmazonIndex == Index)
        && (Node is null || product.Kind.AmazonNode == Node || product.Kind.Department.AmazonRootNode == Node);
}
