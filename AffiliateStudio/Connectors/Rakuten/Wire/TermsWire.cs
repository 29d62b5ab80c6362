using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Rakuten.Wire;

internal interface IPage<out TRow>
{
    Metadata? Metadata { get; }

    IReadOnlyList<TRow>? Rows { get; }
}

internal sealed record Metadata
{
    [JsonPropertyName("total")]
    public long? Total { get; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }
}

internal sealed record PageLinks
{
    [JsonPropertyName("next")]
    public string? Next { get; init; }
}

internal sealed record PartnershipsAnswer : IPage<Partnership>
{
    [JsonPropertyName("_metadata")]
    public Metadata? Metadata { get; init; }

    [JsonPropertyName("partnerships")]
    public IReadOnlyList<Partnership>? Rows { get; init; }
}

internal sealed record Partnership
{
    [JsonPropertyName("advertiser")]
    public AdvertiserName? Advertiser { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }
}

internal sealed record AdvertiserName
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }
}

internal sealed record AdvertisersAnswer : IPage<Advertiser>
{
    [JsonPropertyName("_metadata")]
    public Metadata? Metadata { get; init; }

    [JsonPropertyName("advertisers")]
    public IReadOnlyList<Advertiser>? Rows { get; init; }
}

internal sealed record Advertiser
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("features")]
    public AdvertiserFeatures? Features { get; init; }
}

internal sealed record AdvertiserFeatures
{
    [JsonPropertyName("deep_links")]
    public bool? DeepLinks { get; init; }
}

internal sealed record OffersAnswer : IPage<CommissionOffer>
{
    [JsonPropertyName("_metadata")]
    public Metadata? Metadata { get; init; }

    [JsonPropertyName("offers")]
    public IReadOnlyList<CommissionOffer>? Rows { get; init; }
}

internal sealed record CommissionOffer
{
    [JsonPropertyName("advertiser")]
    public AdvertiserName? Advertiser { get; init; }

    [JsonPropertyName("offer_number")]
    public string? Number { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("return_days")]
    public decimal? ReturnDays { get; init; }

    [JsonPropertyName("update_window")]
    public string? UpdateWindow { get; init; }

    [JsonPropertyName("start_datetime")]
    public string? StartsAt { get; init; }

    [JsonPropertyName("offer_rules")]
    public IReadOnlyList<OfferRule>? Rules { get; init; }
}

internal sealed record OfferRule
{
    [JsonPropertyName("is_base_commission")]
    public string? IsBase { get; init; }

    [JsonPropertyName("commissions")]
    public IReadOnlyList<Commission>? Commissions { get; init; }
}

internal sealed record Commission
{
    [JsonPropertyName("commission_type")]
    public string? Type { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("tiers")]
    public IReadOnlyList<CommissionTier>? Tiers { get; init; }
}

internal sealed record CommissionTier
{
    [JsonPropertyName("commission")]
    public string? Value { get; init; }

    [JsonPropertyName("threshold")]
    public decimal? Threshold { get; init; }
}
