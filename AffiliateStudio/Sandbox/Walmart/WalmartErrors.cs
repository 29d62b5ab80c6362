using System.Globalization;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>Walmart's two error shapes: the gateway's, and the product service's behind it.</summary>
internal static class WalmartErrors
{
    /// <summary>What the gateway says: who you are, not what you ask.</summary>
    public static IResult Gateway(int status, string description) => JsonBody.Answer(
        new JsonObject
        {
            ["details"] = new JsonObject
            {
                ["Description"] = description,
                ["wm_svc.version"] = "2.0.0",
                ["wm_svc.name"] = "affil-product",
                ["wm_svc.env"] = "prod",
            },
        },
        status);

    /// <summary>What the service says.</summary>
    public static IResult Service(int code, string message, int status = StatusCodes.Status400BadRequest) =>
        JsonBody.Answer(new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) }, status);

    /// <summary>Too many calls, of a second or of the day: the caller is to wait so long.</summary>
    public static IResult Throttled(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Gateway(StatusCodes.Status429TooManyRequests, "Rate limit exceeded");
    }

    /// <summary>The message for a whole number out of its bounds.</summary>
    public static string OutOfBounds(string name, int lowest, int highest) =>
        string.Create(CultureInfo.InvariantCulture, $"Invalid {name}. It must be {lowest} to {highest}");
}
