using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Rakuten.Wire;

internal sealed record LinkRequest
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("advertiser_id")]
    public required long AdvertiserId { get; init; }
}

internal sealed record LinkAnswer
{
    [JsonPropertyName("advertiser")]
    public LinkAdvertiser? Advertiser { get; init; }

    // Refusals come with these, also under status 200.
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed record LinkAdvertiser
{
    [JsonPropertyName("deep_link")]
    public DeepLink? DeepLink { get; init; }
}

internal sealed record DeepLink
{
    [JsonPropertyName("deep_link_url")]
    public string? Url { get; init; }
}
