namespace AffiliateStudio.Features.Earnings;

/// <summary>What a conversion's product is called on screen. It is chosen whenever it is shown: what the partner reported stays as it was reported.</summary>
internal static class ProductName
{
    /// <summary>
    /// The name. A partner that names no product with its order (impact.com says "Online Sale" of each) leaves the first item to say it, where the items were read.
    /// </summary>
    /// <param name="id">The partner's product id, or empty.</param>
    /// <param name="title">The title that it reported, or empty.</param>
    /// <param name="item">The name of the order's first item, or null.</param>
    public static string Of(string id, string title, string? item) =>
        id.Length == 0 && item is { Length: > 0 } ? item : title.Length > 0 ? title : id;
}
