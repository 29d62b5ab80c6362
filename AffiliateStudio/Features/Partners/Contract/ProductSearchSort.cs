namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Orders that partners can search in.</summary>
public enum ProductSearchSort
{
    /// <summary>As the partner thinks it fits best.</summary>
    Relevance,

    /// <summary>Cheapest first.</summary>
    PriceAscending,

    /// <summary>Dearest first.</summary>
    PriceDescending,
}
