using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Errors in the shapes of Rakuten's APIs.</summary>
internal static class RakutenErrors
{
    /// <summary>The limit per minute was passed: 403, without any header.</summary>
    public static IResult Throttled(HttpContext context) =>
        JsonBody.Answer(new JsonObject { ["message"] = "Request limit per minute exceeded" }, StatusCodes.Status403Forbidden);

    /// <summary>The gateway: the account has no right to the API.</summary>
    public static IResult NotYours(HttpContext context)
    {
        context.Response.Headers["X-Kong-Proxy-Latency"] = "1";
        return JsonBody.Answer(new JsonObject { ["message"] = "You cannot consume this service" }, StatusCodes.Status403Forbidden);
    }

    /// <summary>The token is missing, wrong or too old.</summary>
    public static IResult Unauthorized(string words) =>
        JsonBody.Answer(new JsonObject { ["error"] = "invalid_token", ["error_description"] = words }, StatusCodes.Status401Unauthorized);

    /// <summary>No token.</summary>
    public static IResult NoToken(string error, string words, int status = StatusCodes.Status400BadRequest) =>
        JsonBody.Answer(new JsonObject { ["error"] = error, ["error_description"] = words }, status);

    /// <summary>A parameter of a JSON API is wrong.</summary>
    public static IResult Parameter(string words) =>
        JsonBody.Answer(new JsonObject { ["message"] = words, ["error"] = "REQUEST_PARAM_INVALID" }, StatusCodes.Status400BadRequest);

    /// <summary>A deep link is refused, under status 200.</summary>
    public static IResult Link(string code, string words) => JsonBody.Answer(new JsonObject { ["error"] = code, ["message"] = words });

    /// <summary>A search is refused, under status 200.</summary>
    public static IResult Search(string id, string words) =>
        Xml(new XElement("result", new XElement("Errors", new XElement("ErrorID", id), new XElement("ErrorText", words))));

    /// <summary>An XML answer.</summary>
    public static IResult Xml(XElement root) =>
        Results.Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting), "text/xml", Encoding.UTF8);
}
