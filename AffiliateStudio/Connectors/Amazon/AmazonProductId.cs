namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// How we know a product of Amazon's shops: by its ASIN alone in the US shop (and the sandbox's), with the shop's domain behind it elsewhere (<c>B0TEST0001@co.uk</c>). The
/// same ASIN has another price and title in another shop, pays another tag, and may be another thing.
/// </summary>
internal static class AmazonProductId
{
    /// <summary>The id of an ASIN in a shop.</summary>
    public static string Of(string asin, AmazonMarketplace shop) => shop == AmazonMarketplace.All[0] ? asin : $"{asin}@{shop.Domain}";

    /// <summary>The ASIN in an id; what is no id of ours is given back.</summary>
    public static string AsinOf(string id)
    {
        var end = id.IndexOf('@', StringComparison.Ordinal);
        return AmazonLinks.AsinOf(end < 0 ? id : id[..end]) ?? id;
    }

    /// <summary>The ASINs of those ids that belong to a shop.</summary>
    public static IEnumerable<string> In(AmazonMarketplace shop, IEnumerable<string> ids) =>
        ids.Where(id => AmazonLinks.AsinOf(AsinOf(id)) is { } asin && string.Equals(Of(asin, shop), id.Trim(), StringComparison.OrdinalIgnoreCase)).Select(AsinOf).Distinct();
}
