using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Expedia.Wire;

// Recorded answers and the specification differ in some names; both are read.
internal sealed record ActivityListings : XapAnswer
{
    [JsonPropertyName("Count")]
    public long? Count { get; init; }

    [JsonPropertyName("Location")]
    public string? Location { get; init; }

    [JsonPropertyName("Activities")]
    public IReadOnlyList<Activity>? Activities { get; init; }
}

internal sealed record Activity
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("Title")]
    public string? Title { get; init; }

    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    [JsonPropertyName("Media")]
    public IReadOnlyList<XapMedia>? Media { get; init; }

    [JsonPropertyName("Categories")]
    public IReadOnlyList<string>? Categories { get; init; }

    [JsonPropertyName("Duration")]
    public string? Duration { get; init; }

    [JsonPropertyName("FreeCancellation")]
    public bool? FreeCancellation { get; init; }

    [JsonPropertyName("CancellationPolicy")]
    public ActivityCancellation? CancellationPolicy { get; init; }

    [JsonPropertyName("Price")]
    public ActivityPrice? Price { get; init; }

    [JsonPropertyName("ReferencePrice")]
    public ActivityPrice? ReferencePrice { get; init; }

    [JsonPropertyName("ActivityLocations")]
    public IReadOnlyList<XapLocation>? ActivityLocations { get; init; }

    [JsonPropertyName("Locations")]
    public IReadOnlyList<XapLocation>? Locations { get; init; }

    [JsonPropertyName("Supplier")]
    public Named? Supplier { get; init; }

    [JsonPropertyName("Links")]
    public XapLinks? Links { get; init; }
}

internal sealed record ActivityCancellation
{
    [JsonPropertyName("FreeCancellation")]
    public bool? FreeCancellation { get; init; }
}

internal sealed record ActivityPrice
{
    [JsonPropertyName("TotalRate")]
    public XapAmount? TotalRate { get; init; }
}
