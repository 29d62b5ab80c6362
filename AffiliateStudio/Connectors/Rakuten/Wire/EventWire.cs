using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Rakuten.Wire;

// Ids come as numbers or as text, amounts likewise; amounts stay text until they are checked, so that one that cannot be read can be shown as it came.
internal sealed record Transaction
{
    [JsonPropertyName("etransaction_id")]
    public string? Id { get; init; }

    [JsonPropertyName("advertiser_id")]
    public string? AdvertiserId { get; init; }

    [JsonPropertyName("order_id")]
    public string? OrderId { get; init; }

    [JsonPropertyName("sku_number")]
    public string? Sku { get; init; }

    [JsonPropertyName("sale_amount")]
    public string? SaleAmount { get; init; }

    [JsonPropertyName("commissions")]
    public string? Commissions { get; init; }

    [JsonPropertyName("quantity")]
    public decimal? Quantity { get; init; }

    [JsonPropertyName("process_date")]
    public string? ProcessDate { get; init; }

    [JsonPropertyName("transaction_date")]
    public string? TransactionDate { get; init; }

    [JsonPropertyName("product_name")]
    public string? ProductName { get; init; }

    [JsonPropertyName("u1")]
    public string? U1 { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("is_event")]
    public string? IsEvent { get; init; }
}
