using System.Globalization;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Partnerize;

/// <summary>Partnerize's error shapes: one line in version 1, a list of properties in version 2.</summary>
internal static class PartnerizeErrors
{
    /// <summary>Version 1.</summary>
    public static IResult One(int status, string message) => JsonBody.Answer(
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = status.ToString(CultureInfo.InvariantCulture) } }, status);

    /// <summary>Version 2.</summary>
    public static IResult Two(int status, string message, string property, string code, string words) => JsonBody.Answer(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["property"] = property, ["type"] = "body", ["code"] = code, ["message"] = words }),
                ["code"] = status.ToString(CultureInfo.InvariantCulture),
                ["message"] = message,
            },
        },
        status);

    /// <summary>Too many calls; the headers say for how long.</summary>
    public static IResult Throttled(HttpContext context)
    {
        context.Response.Headers["X-RateLimit-Limit"] = "1000";
        context.Response.Headers["X-RateLimit-Remaining"] = "0";
        context.Response.Headers["X-RateLimit-Reset"] = "60";
        context.Response.Headers["X-RateLimit-Retry-After"] = "1";
        return One(StatusCodes.Status429TooManyRequests, "Too Many Requests");
    }
}
