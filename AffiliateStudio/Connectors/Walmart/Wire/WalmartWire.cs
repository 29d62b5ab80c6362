using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Walmart.Wire;

internal sealed record SearchAnswer
{
    [JsonPropertyName("totalResults")]
    public long? TotalResults { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<Item>? Items { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed record ItemsAnswer
{
    [JsonPropertyName("items")]
    public IReadOnlyList<Item>? Items { get; init; }
}

internal sealed record TaxonomyAnswer
{
    [JsonPropertyName("categories")]
    public IReadOnlyList<TaxonomyCategory>? Categories { get; init; }
}

internal sealed record TaxonomyCategory
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("path")]
    public string? Path { get; init; }

    [JsonPropertyName("children")]
    public IReadOnlyList<TaxonomyCategory>? Children { get; init; }
}

internal sealed record Item
{
    [JsonPropertyName("itemId")]
    public long? ItemId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("msrp")]
    public decimal? Msrp { get; init; }

    // US dollars; missing for some items.
    [JsonPropertyName("salePrice")]
    public decimal? SalePrice { get; init; }

    [JsonPropertyName("upc")]
    public string? Upc { get; init; }

    [JsonPropertyName("categoryPath")]
    public string? CategoryPath { get; init; }

    // The node's id in the taxonomy, such as 4044_133012_1045879.
    [JsonPropertyName("categoryNode")]
    public string? CategoryNode { get; init; }

    [JsonPropertyName("shortDescription")]
    public string? ShortDescription { get; init; }

    [JsonPropertyName("longDescription")]
    public string? LongDescription { get; init; }

    [JsonPropertyName("brandName")]
    public string? BrandName { get; init; }

    [JsonPropertyName("thumbnailImage")]
    public string? ThumbnailImage { get; init; }

    [JsonPropertyName("mediumImage")]
    public string? MediumImage { get; init; }

    [JsonPropertyName("largeImage")]
    public string? LargeImage { get; init; }

    [JsonPropertyName("imageEntities")]
    public IReadOnlyList<ImageEntity>? ImageEntities { get; init; }

    [JsonPropertyName("productTrackingUrl")]
    public string? ProductTrackingUrl { get; init; }

    [JsonPropertyName("sellerInfo")]
    public string? SellerInfo { get; init; }

    [JsonPropertyName("stock")]
    public string? Stock { get; init; }

    [JsonPropertyName("availableOnline")]
    public bool? AvailableOnline { get; init; }
}

internal sealed record ImageEntity
{
    [JsonPropertyName("largeImage")]
    public string? LargeImage { get; init; }

    [JsonPropertyName("entityType")]
    public string? EntityType { get; init; }
}

// Two shapes are in use: the gateway's "details" and the service's "errors".
internal sealed record ErrorAnswer
{
    [JsonPropertyName("details")]
    public ErrorDetails? Details { get; init; }

    [JsonPropertyName("errors")]
    public IReadOnlyList<ServiceError>? Errors { get; init; }
}

internal sealed record ErrorDetails
{
    [JsonPropertyName("Description")]
    public string? Description { get; init; }
}

internal sealed record ServiceError
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
