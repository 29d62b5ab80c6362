using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Expedia.Wire;

internal sealed record HotelListings : XapAnswer
{
    [JsonPropertyName("TotalHotelCount")]
    public long? TotalHotelCount { get; init; }

    [JsonPropertyName("StayDates")]
    public StayDates? StayDates { get; init; }

    [JsonPropertyName("Hotels")]
    public IReadOnlyList<Hotel>? Hotels { get; init; }
}

internal sealed record StayDates
{
    [JsonPropertyName("CheckInDate")]
    public string? CheckInDate { get; init; }

    [JsonPropertyName("CheckOutDate")]
    public string? CheckOutDate { get; init; }
}

internal sealed record Hotel
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    [JsonPropertyName("PropertyType")]
    public Named? PropertyType { get; init; }

    [JsonPropertyName("Location")]
    public XapLocation? Location { get; init; }

    [JsonPropertyName("Description")]
    public HotelDescription? Description { get; init; }

    [JsonPropertyName("Status")]
    public string? Status { get; init; }

    [JsonPropertyName("ThumbnailUrl")]
    public string? ThumbnailUrl { get; init; }

    [JsonPropertyName("StarRating")]
    public decimal? StarRating { get; init; }

    [JsonPropertyName("GuestRating")]
    public decimal? GuestRating { get; init; }

    [JsonPropertyName("GuestReviewCount")]
    public long? GuestReviewCount { get; init; }

    [JsonPropertyName("Links")]
    public XapLinks? Links { get; init; }

    [JsonPropertyName("HotelAmenities")]
    public IReadOnlyList<Named>? HotelAmenities { get; init; }

    [JsonPropertyName("Media")]
    public IReadOnlyList<XapMedia>? Media { get; init; }

    [JsonPropertyName("RoomTypes")]
    public IReadOnlyList<RoomType>? RoomTypes { get; init; }
}

internal sealed record Named
{
    [JsonPropertyName("Name")]
    public string? Name { get; init; }
}

internal sealed record HotelDescription
{
    [JsonPropertyName("LocationTeaser")]
    public string? LocationTeaser { get; init; }

    [JsonPropertyName("HotelTeaser")]
    public string? HotelTeaser { get; init; }

    [JsonPropertyName("RoomTeaser")]
    public string? RoomTeaser { get; init; }
}

internal sealed record RoomType
{
    [JsonPropertyName("Description")]
    public string? Description { get; init; }

    [JsonPropertyName("Price")]
    public RoomPrice? Price { get; init; }

    [JsonPropertyName("Links")]
    public XapLinks? Links { get; init; }
}

internal sealed record RoomPrice
{
    [JsonPropertyName("TotalPrice")]
    public XapAmount? TotalPrice { get; init; }

    [JsonPropertyName("TotalStrikeOutPrice")]
    public XapAmount? TotalStrikeOutPrice { get; init; }

    [JsonPropertyName("AvgNightlyRate")]
    public XapAmount? AvgNightlyRate { get; init; }
}
