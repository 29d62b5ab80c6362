using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Amazon.Wire;

internal sealed record SearchItemsRequest
{
    [JsonPropertyName("partnerTag")]
    public string? PartnerTag { get; init; }

    [JsonPropertyName("keywords")]
    public required string Keywords { get; init; }

    [JsonPropertyName("searchIndex")]
    public string SearchIndex { get; init; } = "All";

    [JsonPropertyName("itemCount")]
    public long? ItemCount { get; init; }

    [JsonPropertyName("itemPage")]
    public long? ItemPage { get; init; }

    [JsonPropertyName("sortBy")]
    public string? SortBy { get; init; }

    [JsonPropertyName("availability")]
    public string? Availability { get; init; }

    // Lowest denomination of the marketplace's currency, such as cents.
    [JsonPropertyName("minPrice")]
    public long? MinPrice { get; init; }

    [JsonPropertyName("maxPrice")]
    public long? MaxPrice { get; init; }

    [JsonPropertyName("resources")]
    public required IReadOnlyList<string> Resources { get; init; }
}

internal sealed record GetItemsRequest
{
    [JsonPropertyName("partnerTag")]
    public string? PartnerTag { get; init; }

    [JsonPropertyName("itemIds")]
    public required IReadOnlyList<string> ItemIds { get; init; }

    [JsonPropertyName("resources")]
    public required IReadOnlyList<string> Resources { get; init; }
}

internal sealed record SearchItemsAnswer
{
    [JsonPropertyName("searchResult")]
    public SearchResult? SearchResult { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyList<PartialError>? Errors { get; init; }
}

internal sealed record SearchResult
{
    [JsonPropertyName("totalResultCount")]
    public long? TotalResultCount { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<Item>? Items { get; init; }
}

internal sealed record GetItemsAnswer
{
    [JsonPropertyName("itemsResult")]
    public ItemsResult? ItemsResult { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyList<PartialError>? Errors { get; init; }
}

internal sealed record ItemsResult
{
    [JsonPropertyName("items")]
    public IReadOnlyList<Item>? Items { get; init; }
}

internal sealed record PartialError
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed record ErrorAnswer
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("fieldList")]
    public IReadOnlyList<FieldError>? FieldList { get; init; }

    [JsonPropertyName("resourceId")]
    public string? ResourceId { get; init; }

    [JsonPropertyName("resourceType")]
    public string? ResourceType { get; init; }

    [JsonPropertyName("quotaCode")]
    public string? QuotaCode { get; init; }
}

internal sealed record FieldError
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
