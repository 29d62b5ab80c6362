using System.Globalization;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>XAP's searches for hotels and activities. None has pages.</summary>
internal static class XapEndpoints
{
    private const int MostActivities = 50;

    public static void Map(RouteGroupBuilder xap)
    {
        xap.MapGet("/hotels/listings", Hotels);
        xap.MapGet("/activities/listings", Activities);
    }

    private static IResult Hotels(HttpContext context, TimeProvider clock)
    {
        var today = clock.UtcToday();
        var query = HotelQuery.Read(context.Request.Query, today);
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var writer = new HotelWriter(Origin(context), query, today);
        var found = query.Hotels.Where(hotel => !query.AvailableOnly || writer.StatusOf(hotel) == "AVAILABLE");
        var sorted = query.Sort switch
        {
            "price" or "avgrate" or "totalpricewithfees" => found.OrderBy(hotel => writer.StatusOf(hotel) == "AVAILABLE" ? 0 : 1).ThenBy(hotel => writer.TotalOf(hotel) * (query.IsDescending ? -1 : 1)),
            "starrating" => found.OrderByDescending(hotel => hotel.StarTenths),
            "guestrating" => found.OrderByDescending(hotel => hotel.RatingTenths),
            "hotelname" => found.OrderBy(hotel => hotel.Name, StringComparer.Ordinal),
            _ => found,
        };
        var page = sorted.Take(query.Limit).ToList();
        var answer = new JsonObject
        {
            ["Count"] = page.Count,
            ["TotalHotelCount"] = query.Hotels.Count,
            ["TransactionId"] = ShopClick.NewId(),
            ["NumberOfRooms"] = 1,
            ["Occupants"] = new JsonArray(new JsonObject { ["Adults"] = query.Adults }),
            ["Hotels"] = new JsonArray([.. page.Select(hotel => (JsonNode)writer.Write(hotel))]),
        };
        if (query is { CheckIn: { } from, CheckOut: { } to })
        {
            answer["StayDates"] = new JsonObject { ["CheckInDate"] = BookingPaths.Day(from), ["CheckOutDate"] = BookingPaths.Day(to) };
            answer["LengthOfStay"] = to.DayNumber - from.DayNumber;
        }

        return page.Count == 0 ? XapErrors.NothingFound() : JsonBody.Answer(answer);
    }

    private static IResult Activities(HttpContext context, TimeProvider clock)
    {
        var query = context.Request.Query;
        var today = clock.UtcToday();
        var (startText, endText) = (query["startDate"].ToString(), query["endDate"].ToString());
        var start = startText.Length == 0 ? today : BookingForm.Day(startText);
        var end = endText.Length == 0 ? start?.AddDays(14) : BookingForm.Day(endText);
        if (start is not { } first || first < today || (startText.Length == 0 && endText.Length > 0))
        {
            return XapErrors.Service("INVALID_START_DATE", "startDate must be yyyy-MM-dd and not in the past.");
        }

        if (end is not { } last || last < first)
        {
            return XapErrors.Service("INVALID_END_DATE", "endDate must be yyyy-MM-dd and not before startDate.");
        }

        var location = query["location"].ToString();
        var places = PlaceFinder.Find(location);
        if (places.Count != 1)
        {
            return location.Length == 0 ? XapErrors.Service("INVALID_LOCATION", "location or geoLocation is required.")
                : places.Count == 0 ? XapErrors.NothingFound()
                : XapErrors.Ambiguous(location, places);
        }

        var found = TravelWorld.Instance.ActivitiesOf[places[0].Index].Take(MostActivities).ToList();
        return JsonBody.Answer(new JsonObject
        {
            ["TransactionId"] = ShopClick.NewId(),
            ["Count"] = found.Count,
            ["Location"] = places[0].FullName,
            ["StartDate"] = BookingPaths.Day(first),
            ["EndDate"] = BookingPaths.Day(last),
            ["Categories"] = new JsonArray([.. found.GroupBy(activity => activity.Category).Select(category => (JsonNode)new JsonObject { ["Count"] = category.Count(), ["CategoryName"] = category.Key })]),
            ["Activities"] = new JsonArray([.. found.Select(activity => (JsonNode)Activity(activity, Origin(context), first, last))]),
        });
    }

    private static JsonObject Activity(TravelActivity activity, string origin, DateOnly first, DateOnly last) => new()
    {
        ["Id"] = activity.Id,
        ["Title"] = activity.Title,
        ["Description"] = activity.Description,
        ["Media"] = new JsonArray([.. Enumerable.Range(1, 3).Select(number => (JsonNode)new JsonObject { ["Type"] = "1", ["Size"] = "y", ["Url"] = origin + BookingPaths.Picture(activity.PictureId, number) })]),
        ["Categories"] = new JsonArray(activity.Category),
        ["Duration"] = string.Create(CultureInfo.InvariantCulture, $"PT{activity.Minutes / 60}H{activity.Minutes % 60}M"),
        ["FreeCancellation"] = activity.FreeCancellation,
        ["Price"] = new JsonObject
        {
            ["Category"] = "Adult",
            ["TotalRate"] = new JsonObject { ["Value"] = (activity.AdultCents / 100m).ToString("0.0", CultureInfo.InvariantCulture), ["Currency"] = "USD" },
        },
        ["Redemption"] = new JsonObject { ["Type"] = "Voucherless", ["RedemptionLocations"] = new JsonArray() },
        ["ActivityLocations"] = new JsonArray(new JsonObject { ["Address"] = new JsonObject { ["City"] = activity.Place.Name, ["Country"] = activity.Place.Iso3 } }),
        ["Supplier"] = new JsonObject { ["Name"] = activity.Supplier },
        ["ReviewScore"] = activity.Score,
        ["ReviewCount"] = activity.Reviews,
        ["Links"] = new JsonObject
        {
            ["WebDetails"] = new JsonObject { ["Href"] = $"{origin}{BookingPaths.Of(activity)}?srp=true&startDate={BookingPaths.Day(first)}&endDate={BookingPaths.Day(last)}" },
        },
    };

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
