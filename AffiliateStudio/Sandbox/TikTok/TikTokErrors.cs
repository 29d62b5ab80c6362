using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Refusals in the three shapes that TikTok has.</summary>
internal static class TikTokErrors
{
    private const string LogId = "20261101SANDBOX";

    /// <summary>Flat, of the token address.</summary>
    public static IResult Flat(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        JsonBody.Answer(new JsonObject { ["error"] = error, ["error_description"] = description, ["log_id"] = LogId }, status);

    /// <summary>Of the Display API.</summary>
    public static IResult Display(string code, string message, int status) =>
        JsonBody.Answer(new JsonObject { ["data"] = new JsonObject(), ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["log_id"] = LogId } }, status);

    /// <summary>A good answer of the Display API.</summary>
    public static IResult Ok(JsonObject data) =>
        JsonBody.Answer(new JsonObject { ["data"] = data, ["error"] = new JsonObject { ["code"] = "ok", ["message"] = string.Empty, ["log_id"] = LogId } });

    /// <summary>Of the API for businesses, where failures come with status 200 too; code 0 is success.</summary>
    public static IResult Business(int code, string message, JsonObject? data = null) =>
        JsonBody.Answer(new JsonObject { ["code"] = code, ["message"] = message, ["request_id"] = LogId, ["data"] = data ?? new JsonObject() });

    /// <summary>Too many calls, in the shape of the interface that was called.</summary>
    public static IResult Throttled(HttpContext context) => context.Request.Path.StartsWithSegments(TikTokRoutes.Root + "/open_api")
        ? Business(40100, "Request too frequent.")
        : Display("rate_limit_exceeded", "The API rate limit was exceeded.", StatusCodes.Status429TooManyRequests);
}
