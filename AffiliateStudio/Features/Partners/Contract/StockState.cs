namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Whether an offer can be bought.</summary>
public enum StockState
{
    /// <summary>The partner does not say.</summary>
    Unknown,

    /// <summary>It can be bought.</summary>
    InStock,

    /// <summary>It can be bought, but not many are left.</summary>
    Limited,

    /// <summary>It cannot be bought now.</summary>
    OutOfStock,
}
