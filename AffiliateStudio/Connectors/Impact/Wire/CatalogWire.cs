using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Impact.Wire;

internal sealed record CatalogsAnswer
{
    [JsonPropertyName("@nextpageuri")]
    public string? NextPageUri { get; init; }

    [JsonPropertyName("Catalogs")]
    public IReadOnlyList<ImpactCatalog>? Catalogs { get; init; }
}

// The members with locations of files hold passwords; they are left where they are.
internal sealed record ImpactCatalog
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    [JsonPropertyName("CampaignId")]
    public string? CampaignId { get; init; }
}

internal sealed record ItemsAnswer
{
    [JsonPropertyName("@total")]
    public long? Total { get; init; }

    [JsonPropertyName("@nextpageuri")]
    public string? NextPageUri { get; init; }

    [JsonPropertyName("Items")]
    public IReadOnlyList<CatalogItem>? Items { get; init; }
}

internal sealed record CatalogItem
{
    [JsonPropertyName("CatalogId")]
    public string? CatalogId { get; init; }

    [JsonPropertyName("CampaignId")]
    public string? CampaignId { get; init; }

    [JsonPropertyName("CatalogItemId")]
    public string? CatalogItemId { get; init; }

    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    [JsonPropertyName("Manufacturer")]
    public string? Manufacturer { get; init; }

    [JsonPropertyName("Url")]
    public string? Url { get; init; }

    [JsonPropertyName("ImageUrl")]
    public string? ImageUrl { get; init; }

    [JsonPropertyName("AdditionalImageUrls")]
    public IReadOnlyList<string>? AdditionalImageUrls { get; init; }

    [JsonPropertyName("CurrentPrice")]
    public decimal? CurrentPrice { get; init; }

    [JsonPropertyName("OriginalPrice")]
    public decimal? OriginalPrice { get; init; }

    [JsonPropertyName("Currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("StockAvailability")]
    public string? StockAvailability { get; init; }

    [JsonPropertyName("Gtin")]
    public string? Gtin { get; init; }

    [JsonPropertyName("Category")]
    public string? Category { get; init; }
}
