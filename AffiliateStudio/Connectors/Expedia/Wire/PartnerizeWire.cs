using System.Text.Json;
using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Expedia.Wire;

internal sealed record CampaignsAnswer
{
    [JsonPropertyName("campaigns")]
    public IReadOnlyList<CampaignEntry>? Campaigns { get; init; }
}

internal sealed record CampaignEntry
{
    [JsonPropertyName("campaign")]
    public Campaign? Campaign { get; init; }
}

internal sealed record Campaign
{
    [JsonPropertyName("campaign_id")]
    public string? CampaignId { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("publisher_status")]
    public string? PublisherStatus { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    // Percent, as text.
    [JsonPropertyName("default_commission_rate")]
    public decimal? DefaultCommissionRate { get; init; }

    // Days.
    [JsonPropertyName("cookie_period")]
    public long? CookiePeriod { get; init; }

    // "y" or "n".
    [JsonPropertyName("allow_deep_linking")]
    public string? AllowDeepLinking { get; init; }

    [JsonPropertyName("destination_url")]
    public string? DestinationUrl { get; init; }
}

internal sealed record LinkRequest
{
    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }

    [JsonPropertyName("destination_url")]
    public required string DestinationUrl { get; init; }

    [JsonPropertyName("params")]
    public required IReadOnlyList<LinkParameter> Parameters { get; init; }

    [JsonPropertyName("active")]
    public bool Active { get; init; } = true;
}

internal sealed record LinkParameter([property: JsonPropertyName("key")] string Key, [property: JsonPropertyName("value")] string Value);

internal sealed record LinkAnswer
{
    [JsonPropertyName("link")]
    public CreatedLink? Link { get; init; }
}

internal sealed record CreatedLink
{
    [JsonPropertyName("tracking_url")]
    public string? TrackingUrl { get; init; }

    [JsonPropertyName("active")]
    public bool? Active { get; init; }
}

internal sealed record ConversionsAnswer
{
    [JsonPropertyName("limit")]
    public long? Limit { get; init; }

    [JsonPropertyName("count")]
    public long? Count { get; init; }

    [JsonPropertyName("hypermedia")]
    public JsonElement? Hypermedia { get; init; }

    [JsonPropertyName("conversions")]
    public IReadOnlyList<ConversionEntry>? Conversions { get; init; }

    // Empty lists stand where there is no page, as PHP writes empty maps.
    [JsonIgnore]
    public JsonElement? Pagination => Hypermedia is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty("pagination", out var pagination) && pagination.ValueKind == JsonValueKind.Object ? pagination : null;
}

internal sealed record ConversionEntry
{
    [JsonPropertyName("conversion_data")]
    public PartnerizeConversion? Data { get; init; }
}

internal sealed record PartnerizeConversion
{
    [JsonPropertyName("conversion_id")]
    public string? ConversionId { get; init; }

    [JsonPropertyName("campaign_id")]
    public string? CampaignId { get; init; }

    [JsonPropertyName("conversion_time")]
    public string? ConversionTime { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("publisher_reference")]
    public string? PublisherReference { get; init; }

    [JsonPropertyName("conversion_reference")]
    public string? ConversionReference { get; init; }

    [JsonPropertyName("campaign_title")]
    public string? CampaignTitle { get; init; }

    [JsonPropertyName("conversion_value")]
    public ConversionValue? Value { get; init; }

    [JsonPropertyName("conversion_items")]
    public IReadOnlyList<ConversionItem>? Items { get; init; }

    [JsonPropertyName("clickref")]
    public string? ClickRef { get; init; }
}

internal sealed record ConversionValue
{
    [JsonPropertyName("conversion_status")]
    public string? Status { get; init; }

    // Numbers or text; text until they are checked, so that one that cannot be read can be shown as it came.
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    [JsonPropertyName("publisher_commission")]
    public string? Commission { get; init; }
}

internal sealed record ConversionItem
{
    [JsonPropertyName("conversion_item_id")]
    public string? ItemId { get; init; }

    [JsonPropertyName("sku")]
    public string? Sku { get; init; }

    [JsonPropertyName("category")]
    public string? Category { get; init; }

    [JsonPropertyName("item_value")]
    public string? Value { get; init; }

    [JsonPropertyName("item_publisher_commission")]
    public string? Commission { get; init; }

    [JsonPropertyName("item_status")]
    public string? Status { get; init; }

    [JsonPropertyName("approved_at")]
    public string? ApprovedAt { get; init; }

    [JsonPropertyName("reject_reason")]
    public string? RejectReason { get; init; }

    // A switch; some answers write 0 and 1.
    [JsonPropertyName("payable")]
    public string? Payable { get; init; }
}

internal sealed record PartnerizeProblem
{
    [JsonPropertyName("error")]
    public PartnerizeError? Error { get; init; }
}

internal sealed record PartnerizeError
{
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    // Version 1 calls the code "type".
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyList<PropertyError>? Errors { get; init; }
}

internal sealed record PropertyError
{
    [JsonPropertyName("property")]
    public string? Property { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
