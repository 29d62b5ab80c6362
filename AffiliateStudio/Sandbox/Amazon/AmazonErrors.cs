using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Errors in the shape of the Creators API.</summary>
internal static class AmazonErrors
{
    public static IResult Validation(string reason, string message, params ReadOnlySpan<(string Name, string Message)> fields)
    {
        var list = new JsonArray();
        foreach (var (name, text) in fields)
        {
            list.Add(new JsonObject { ["name"] = name, ["message"] = text });
        }

        return JsonBody.Answer(
            new JsonObject { ["type"] = "ValidationException", ["message"] = message, ["reason"] = reason, ["fieldList"] = list },
            StatusCodes.Status400BadRequest);
    }

    public static IResult Unauthorized(string reason, string message) =>
        JsonBody.Answer(new JsonObject { ["type"] = "UnauthorizedException", ["message"] = message, ["reason"] = reason }, StatusCodes.Status401Unauthorized);

    public static IResult AccessDenied(string reason, string message) =>
        JsonBody.Answer(new JsonObject { ["type"] = "AccessDeniedException", ["message"] = message, ["reason"] = reason }, StatusCodes.Status403Forbidden);

    public static IResult NotFound(string id, string kind) => JsonBody.Answer(
        new JsonObject { ["type"] = "ResourceNotFoundException", ["message"] = $"The {kind} was not found.", ["resourceId"] = id, ["resourceType"] = kind },
        StatusCodes.Status404NotFound);

    /// <summary>Too many requests a second: the caller is to wait one.</summary>
    public static IResult Throttled(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return JsonBody.Answer(
            new JsonObject { ["type"] = "ThrottleException", ["message"] = "Rate exceeded", ["serviceCode"] = "creatorsapi", ["quotaCode"] = "tps" },
            StatusCodes.Status429TooManyRequests);
    }
}
