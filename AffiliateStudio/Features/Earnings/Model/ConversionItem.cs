using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>A thing in an order, as the partner told it beside its reports. It explains a conversion; no money moves by it.</summary>
public sealed class ConversionItem
{
    /// <summary>The conversion.</summary>
    public ConversionId ConversionId { get; init; }

    /// <summary>Its place in the partner's list, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>The shop's id of it, or empty.</summary>
    public string Sku { get; init; } = string.Empty;

    /// <summary>What it is called, or empty.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The shop's category, or empty.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Pieces; negative for a return.</summary>
    public int Quantity { get; init; }

    /// <summary>The currency of <see cref="SaleMinor"/>.</summary>
    public Currency SaleCurrency { get; init; }

    /// <summary>What the buyer paid for it, in minor units; null when the partner does not tell.</summary>
    public long? SaleMinor { get; init; }

    /// <summary>The currency of <see cref="CommissionMinor"/>.</summary>
    public Currency CommissionCurrency { get; init; }

    /// <summary>What the partner pays us for it, in minor units; null when the partner does not tell.</summary>
    public long? CommissionMinor { get; init; }

    /// <summary>When the partner changed it, UTC; null when it did not.</summary>
    public DateTime? AdjustedAt { get; init; }

    /// <summary>The partner's word for why, or empty.</summary>
    public string AdjustmentReason { get; init; } = string.Empty;
}
