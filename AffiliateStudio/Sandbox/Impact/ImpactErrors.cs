using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Errors in impact.com's envelope.</summary>
internal static class ImpactErrors
{
    public static JsonObject Body(string message, params ReadOnlySpan<(string Field, string Message)> fields)
    {
        var body = new JsonObject { ["Status"] = "ERROR", ["Message"] = message };
        if (fields.Length > 0)
        {
            var list = new JsonArray();
            foreach (var (field, text) in fields)
            {
                list.Add(new JsonObject { ["Field"] = field, ["Message"] = text });
            }

            body["Errors"] = list;
        }

        return body;
    }

    public static IResult Unauthorized() =>
        JsonBody.Answer(new JsonObject { ["status"] = 401, ["title"] = "Unauthorized" }, StatusCodes.Status401Unauthorized);

    public static IResult TooManyRequests() => JsonBody.Answer(Body("Too Many Requests"), StatusCodes.Status429TooManyRequests);
}
