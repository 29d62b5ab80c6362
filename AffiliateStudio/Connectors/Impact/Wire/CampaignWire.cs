using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

internal sealed record CampaignsAnswer
{
    [JsonPropertyName("@nextpageuri")]
    public string? NextPageUri { get; init; }

    [JsonPropertyName("Campaigns")]
    public IReadOnlyList<Campaign>? Campaigns { get; init; }
}

internal sealed record Campaign
{
    [JsonPropertyName("CampaignId")]
    public string? CampaignId { get; init; }

    [JsonPropertyName("CampaignName")]
    public string? CampaignName { get; init; }

    [JsonPropertyName("ContractStatus")]
    public string? ContractStatus { get; init; }

    // https://goto.target.com/c/{publisher}/{ad}/{campaign}: the only place that tells which ad the account's links belong to.
    [JsonPropertyName("TrackingLink")]
    public string? TrackingLink { get; init; }

    [JsonPropertyName("AllowsDeeplinking")]
    public bool? AllowsDeeplinking { get; init; }

    [JsonPropertyName("DeeplinkDomains")]
    public IReadOnlyList<string>? DeeplinkDomains { get; init; }
}
