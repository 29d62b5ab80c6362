using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A thing in an order, as the partner tells it. It explains an order and moves no money, so what cannot be read is simply not known.</summary>
public sealed record ReportedItem
{
    /// <summary>The shop's id of it, or empty.</summary>
    public string Sku { get; init; } = string.Empty;

    /// <summary>What it is called, or empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The shop's category, or empty.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Pieces; negative for a return.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>What the buyer paid for it; negative for a return, null when it is not known.</summary>
    public Money? SaleAmount { get; init; }

    /// <summary>What the partner pays us for it; negative for a return, null when it is not known.</summary>
    public Money? Commission { get; init; }

    /// <summary>When the partner changed it, UTC; null when it did not.</summary>
    public DateTime? AdjustedAt { get; init; }

    /// <summary>The partner's word for why, such as <c>ITEM_RETURNED</c>, or empty.</summary>
    public string AdjustmentReason { get; init; } = string.Empty;
}
