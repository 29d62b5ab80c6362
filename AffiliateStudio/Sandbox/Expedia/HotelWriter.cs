using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>Writes hotels as XAP does: amounts and ratings are text.</summary>
internal sealed class HotelWriter(string origin, HotelQuery query, DateOnly today)
{
    // A search without dates shows a featured offer: one night in two weeks.
    private DateOnly From => query.CheckIn ?? today.AddDays(14);

    private DateOnly To => query.CheckOut ?? today.AddDays(15);

    /// <summary>The hotel's status for the stay.</summary>
    public string StatusOf(TravelHotel hotel) => StayPrice.Refusal(hotel, From, query.Adults) ?? "AVAILABLE";

    /// <summary>What the stay costs; for sorting.</summary>
    public int TotalOf(TravelHotel hotel) => StayPrice.Of(hotel, From, To, query.Adults).TotalCents;

    /// <summary>A hotel.</summary>
    public JsonObject Write(TravelHotel hotel)
    {
        var status = StatusOf(hotel);
        var page = origin + BookingPaths.Of(hotel);
        var json = new JsonObject
        {
            ["Id"] = hotel.Id.ToString(CultureInfo.InvariantCulture),
            ["Name"] = hotel.Name,
            ["PropertyType"] = new JsonObject { ["Id"] = 1, ["Name"] = "Hotel" },
            ["LocalCurrencyCode"] = "USD",
            ["Location"] = new JsonObject
            {
                ["Address"] = new JsonObject { ["Address1"] = hotel.Street, ["City"] = hotel.Place.Name, ["Province"] = hotel.Place.Region, ["Country"] = hotel.Place.Iso3 },
                ["GeoLocation"] = new JsonObject { ["Latitude"] = Text(hotel.Place.Latitude), ["Longitude"] = Text(hotel.Place.Longitude), ["Obfuscated"] = false },
                ["Neighborhood"] = new JsonObject { ["Id"] = "1", ["Name"] = hotel.Neighborhood },
            },
            ["Description"] = new JsonObject { ["LocationTeaser"] = $"In {hotel.Neighborhood}, {hotel.Place.Name}.", ["HotelTeaser"] = $"{hotel.Name} has {string.Join(", ", hotel.Amenities.Take(3)).ToLowerInvariant()}." },
            ["Status"] = status,
            ["ThumbnailUrl"] = origin + BookingPaths.Picture(hotel.PictureId, 1),
            ["StarRating"] = Tenths(hotel.StarTenths),
            ["GuestRating"] = Tenths(hotel.RatingTenths),
            ["GuestReviewCount"] = hotel.Reviews,
            ["Links"] = new JsonObject
            {
                ["WebSearchResult"] = new JsonObject
                {
                    ["Method"] = "GET",
                    ["Href"] = $"{origin}{BookingPaths.Shop}/Hotel-Search?selected={hotel.Id.ToString(CultureInfo.InvariantCulture)}&startDate={BookingPaths.Day(From)}&endDate={BookingPaths.Day(To)}",
                },
            },
        };
        if (query.IsDetailed)
        {
            json["HotelAmenities"] = new JsonArray([.. hotel.Amenities.Select((name, index) => (JsonNode)new JsonObject { ["Id"] = Text(index + 1), ["Name"] = name })]);
            json["Media"] = new JsonArray([.. Enumerable.Range(1, 3).Select(number => (JsonNode)new JsonObject { ["Type"] = "1", ["Size"] = "y", ["Url"] = origin + BookingPaths.Picture(hotel.PictureId, number) })]);
        }

        if (status == "AVAILABLE")
        {
            json["RoomTypes"] = new JsonArray(Room(hotel, page));
        }

        return json;
    }

    private JsonObject Room(TravelHotel hotel, string page)
    {
        var price = StayPrice.Of(hotel, From, To, query.Adults);
        var json = new JsonObject
        {
            ["BaseRate"] = Amount(price.BaseCents),
            ["TaxesAndFees"] = Amount(price.TaxCents),
            ["TotalPrice"] = Amount(price.TotalCents),
            ["AvgNightlyRate"] = Amount(price.NightCents),
        };
        if (price.StrikeOutCents is { } before)
        {
            json["TotalStrikeOutPrice"] = Amount(before);
        }

        // As the partner's own deep links, it carries prices that age.
        var query1 = $"?chkin={BookingPaths.Day(From)}&chkout={BookingPaths.Day(To)}&rm1=a{query.Adults}&price={Tenths(price.TotalCents / 10)}&eapid=0&tpid=1";
        return new JsonObject
        {
            ["Description"] = hotel.Room,
            ["OfferId"] = "CgD" + Text(hotel.Id),
            ["RatePlanType"] = "standalone",
            ["Price"] = json,
            ["Links"] = new JsonObject { ["WebDetails"] = new JsonObject { ["Method"] = "GET", ["Href"] = page + query1 } },
        };
    }

    private static JsonObject Amount(int cents) => new() { ["Value"] = (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), ["Currency"] = "USD" };

    private static string Tenths(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
