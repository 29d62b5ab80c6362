using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

internal sealed record TrackingLinkAnswer
{
    [JsonPropertyName("TrackingURL")]
    public string? TrackingUrl { get; init; }
}
