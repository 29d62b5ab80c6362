using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>XAP's two error shapes: the gateway's line, and the services' list.</summary>
internal static class XapErrors
{
    /// <summary>What the gateway says.</summary>
    public static IResult Gateway(int status, string message) => JsonBody.Answer(new JsonObject { ["message"] = message }, status);

    /// <summary>What a service says.</summary>
    public static IResult Service(string code, string description, int status = StatusCodes.Status400BadRequest) =>
        Answer(new JsonObject { ["Code"] = code, ["Description"] = description }, status);

    /// <summary>The words mean several places.</summary>
    public static IResult Ambiguous(string keyword, IEnumerable<TravelPlace> places) => Answer(
        new JsonObject
        {
            ["Code"] = "AMBIGUOUS_LOCATION",
            ["Description"] = "Multiple search locations found.",
            ["LocationKeyword"] = keyword,
            ["LocationOptions"] = new JsonArray([.. places.Select(place => (JsonNode)new JsonObject
            {
                ["Type"] = "MULTICITY",
                ["RegionID"] = place.RegionId,
                ["ShortName"] = place.FullName,
                ["AirportCode"] = place.Airport,
                ["Address"] = place.FullName,
                ["Country"] = new JsonObject { ["Name"] = place.Country, ["IsoCode2"] = place.Iso2, ["IsoCode3"] = place.Iso3 },
                ["GeoLocation"] = new JsonObject { ["Latitude"] = place.Latitude, ["Longitude"] = place.Longitude },
            })]),
        },
        StatusCodes.Status400BadRequest);

    /// <summary>Nothing fits.</summary>
    public static IResult NothingFound() => Service("NO_RESULTS_FOUND", "No results found.", StatusCodes.Status409Conflict);

    private static IResult Answer(JsonObject error, int status) =>
        JsonBody.Answer(new JsonObject { ["Errors"] = new JsonArray(error), ["TransactionId"] = ShopClick.NewId() }, status);
}
