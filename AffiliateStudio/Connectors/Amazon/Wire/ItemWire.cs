using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Amazon.Wire;

// The API mixes lowerCamelCase with upper-case acronyms, so every name is written out.
internal sealed record Item
{
    [JsonPropertyName("asin")]
    public string? Asin { get; init; }

    [JsonPropertyName("detailPageURL")]
    public string? DetailPageUrl { get; init; }

    [JsonPropertyName("images")]
    public Images? Images { get; init; }

    [JsonPropertyName("itemInfo")]
    public ItemInfo? ItemInfo { get; init; }

    [JsonPropertyName("offersV2")]
    public OffersV2? OffersV2 { get; init; }

    [JsonPropertyName("browseNodeInfo")]
    public BrowseNodeInfo? BrowseNodeInfo { get; init; }
}

internal sealed record Images
{
    [JsonPropertyName("primary")]
    public ImageSizes? Primary { get; init; }

    [JsonPropertyName("variants")]
    public IReadOnlyList<ImageSizes>? Variants { get; init; }
}

// The resource token is "highRes", the property is "hiRes".
internal sealed record ImageSizes
{
    [JsonPropertyName("small")]
    public Image? Small { get; init; }

    [JsonPropertyName("medium")]
    public Image? Medium { get; init; }

    [JsonPropertyName("large")]
    public Image? Large { get; init; }

    [JsonPropertyName("hiRes")]
    public Image? HiRes { get; init; }
}

internal sealed record Image
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }
}

internal sealed record ItemInfo
{
    [JsonPropertyName("title")]
    public SingleValue? Title { get; init; }

    [JsonPropertyName("byLineInfo")]
    public ByLineInfo? ByLineInfo { get; init; }

    [JsonPropertyName("classifications")]
    public Classifications? Classifications { get; init; }

    [JsonPropertyName("externalIds")]
    public ExternalIds? ExternalIds { get; init; }

    [JsonPropertyName("features")]
    public MultiValue? Features { get; init; }
}

internal sealed record ByLineInfo
{
    [JsonPropertyName("brand")]
    public SingleValue? Brand { get; init; }

    [JsonPropertyName("manufacturer")]
    public SingleValue? Manufacturer { get; init; }
}

internal sealed record Classifications
{
    [JsonPropertyName("productGroup")]
    public SingleValue? ProductGroup { get; init; }

    [JsonPropertyName("binding")]
    public SingleValue? Binding { get; init; }
}

internal sealed record ExternalIds
{
    [JsonPropertyName("eans")]
    public MultiValue? Eans { get; init; }

    [JsonPropertyName("upcs")]
    public MultiValue? Upcs { get; init; }

    [JsonPropertyName("isbns")]
    public MultiValue? Isbns { get; init; }
}

internal sealed record SingleValue
{
    [JsonPropertyName("displayValue")]
    public string? DisplayValue { get; init; }
}

internal sealed record MultiValue
{
    [JsonPropertyName("displayValues")]
    public IReadOnlyList<string?>? DisplayValues { get; init; }
}

internal sealed record BrowseNodeInfo
{
    [JsonPropertyName("browseNodes")]
    public IReadOnlyList<BrowseNode>? BrowseNodes { get; init; }
}

internal sealed record BrowseNode
{
    [JsonPropertyName("displayName")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("contextFreeName")]
    public string? ContextFreeName { get; init; }

    [JsonPropertyName("isRoot")]
    public bool? IsRoot { get; init; }

    [JsonPropertyName("ancestor")]
    public BrowseNode? Ancestor { get; init; }
}

internal sealed record OffersV2
{
    [JsonPropertyName("listings")]
    public IReadOnlyList<Listing>? Listings { get; init; }
}

internal sealed record Listing
{
    [JsonPropertyName("price")]
    public Price? Price { get; init; }

    [JsonPropertyName("availability")]
    public Availability? Availability { get; init; }

    [JsonPropertyName("merchantInfo")]
    public MerchantInfo? MerchantInfo { get; init; }

    [JsonPropertyName("isBuyBoxWinner")]
    public bool? IsBuyBoxWinner { get; init; }

    [JsonPropertyName("violatesMAP")]
    public bool? ViolatesMap { get; init; }
}

internal sealed record Price
{
    [JsonPropertyName("money")]
    public WireMoney? Money { get; init; }

    [JsonPropertyName("savingBasis")]
    public SavingBasis? SavingBasis { get; init; }
}

internal sealed record SavingBasis
{
    [JsonPropertyName("money")]
    public WireMoney? Money { get; init; }
}

internal sealed record WireMoney
{
    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }
}

internal sealed record Availability
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }
}

internal sealed record MerchantInfo
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
