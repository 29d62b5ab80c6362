namespace AffiliateStudio.Features.Catalog;

/// <summary>Orders in which a search is shown.</summary>
public enum OfferSort
{
    /// <summary>What fits best.</summary>
    Relevance,

    /// <summary>Cheapest first.</summary>
    PriceAscending,

    /// <summary>Dearest first.</summary>
    PriceDescending,

    /// <summary>Highest commission rate first.</summary>
    CommissionRate,

    /// <summary>Most money per sale first.</summary>
    MoneyPerSale,
}
