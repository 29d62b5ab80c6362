using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Expedia.Wire;

// Errors stand beside or in place of the answer; two of them (a place of several, nothing found) are answers to us.
internal abstract record XapAnswer
{
    [JsonPropertyName("Errors")]
    public IReadOnlyList<XapError>? Errors { get; init; }

    // The gateway's own word.
    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed record XapProblem : XapAnswer;

internal sealed record XapError
{
    [JsonPropertyName("Code")]
    public string? Code { get; init; }

    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    [JsonPropertyName("LocationOptions")]
    public IReadOnlyList<LocationOption>? LocationOptions { get; init; }
}

internal sealed record LocationOption
{
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    // Up to 18 digits: text to us.
    [JsonPropertyName("RegionID")]
    public string? RegionId { get; init; }

    [JsonPropertyName("ShortName")]
    public string? ShortName { get; init; }

    [JsonPropertyName("Address")]
    public string? Address { get; init; }

    [JsonPropertyName("Country")]
    public LocationCountry? Country { get; init; }
}

internal sealed record LocationCountry
{
    [JsonPropertyName("Name")]
    public string? Name { get; init; }
}

internal sealed record XapAmount
{
    // Text for hotels, a number in places for activities.
    [JsonPropertyName("Value")]
    public decimal? Value { get; init; }

    [JsonPropertyName("Currency")]
    public string? Currency { get; init; }
}

internal sealed record XapLink
{
    [JsonPropertyName("Href")]
    public string? Href { get; init; }
}

internal sealed record XapLinks
{
    [JsonPropertyName("WebDetails")]
    public XapLink? WebDetails { get; init; }

    [JsonPropertyName("WebSearchResult")]
    public XapLink? WebSearchResult { get; init; }
}

internal sealed record XapMedia
{
    [JsonPropertyName("Size")]
    public string? Size { get; init; }

    [JsonPropertyName("Url")]
    public string? Url { get; init; }
}

internal sealed record XapAddress
{
    [JsonPropertyName("Address1")]
    public string? Address1 { get; init; }

    [JsonPropertyName("City")]
    public string? City { get; init; }

    [JsonPropertyName("Province")]
    public string? Province { get; init; }
}

internal sealed record XapLocation
{
    [JsonPropertyName("Address")]
    public XapAddress? Address { get; init; }
}
