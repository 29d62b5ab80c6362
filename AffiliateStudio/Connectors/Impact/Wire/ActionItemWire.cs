using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

internal sealed record ActionItemsAnswer
{
    [JsonPropertyName("@nextpageuri")]
    public string? NextPageUri { get; init; }

    [JsonPropertyName("ActionItems")]
    public IReadOnlyList<ActionItem?>? ActionItems { get; init; }
}

internal sealed record ActionItem
{
    [JsonPropertyName("Sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("ItemName")]
    public string? ItemName { get; init; }

    [JsonPropertyName("Category")]
    public string? Category { get; init; }

    [JsonPropertyName("Quantity")]
    public long? Quantity { get; init; }

    [JsonPropertyName("SaleAmount")]
    public decimal? SaleAmount { get; init; }

    [JsonPropertyName("SaleAmountCurrency")]
    public string? SaleAmountCurrency { get; init; }

    [JsonPropertyName("Payout")]
    public decimal? Payout { get; init; }

    [JsonPropertyName("PayoutCurrency")]
    public string? PayoutCurrency { get; init; }

    [JsonPropertyName("AdjustmentDate")]
    public string? AdjustmentDate { get; init; }

    [JsonPropertyName("AdjustmentReason")]
    public string? AdjustmentReason { get; init; }
}
