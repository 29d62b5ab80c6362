namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>What to search for. A connector hands on what its partner can filter by and leaves the rest to the caller.</summary>
/// <param name="Words">The words, trimmed, 1 to 200 characters.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">From 1; a connector takes less when its partner allows less.</param>
/// <param name="Sort">The order asked for.</param>
/// <param name="MinPriceMinor">The least price in US cents.</param>
/// <param name="MaxPriceMinor">The highest price in US cents.</param>
/// <param name="InStockOnly">Whether to leave out what cannot be bought now.</param>
/// <param name="Travel">What a traveller looks for, for a partner that implements <see cref="ITravelSearch"/>; null for goods.</param>
public sealed record ProductSearchRequest(
    string Words,
    int Page,
    int PageSize,
    ProductSearchSort Sort = ProductSearchSort.Relevance,
    long? MinPriceMinor = null,
    long? MaxPriceMinor = null,
    bool InStockOnly = false,
    TravelCriteria? Travel = null);
