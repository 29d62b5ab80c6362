using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>An answer as the caller accepts it: JSON when it says so, XML when it does not.</summary>
internal static class ImpactAnswer
{
    public static IResult Of(HttpContext context, JsonObject body, int status = StatusCodes.Status200OK)
    {
        var accepts = context.Request.Headers.Accept.ToString();
        return accepts.Contains("application/json", StringComparison.OrdinalIgnoreCase)
            ? JsonBody.Answer(body, status)
            : Results.Text(new XDeclaration("1.0", "UTF-8", null) + Xml("ImpactRadiusResponse", body).ToString(), "application/xml; charset=utf-8", statusCode: status);
    }

    private static XElement Xml(string name, JsonObject body)
    {
        var element = new XElement(name);
        foreach (var (key, value) in body)
        {
            switch (value)
            {
                case JsonArray list:
                    var child = new XElement(key, list.OfType<JsonObject>().Select(item => Xml(key.TrimEnd('s'), item)));
                    child.Add(body.Where(pair => pair.Key[0] == '@').Select(pair => new XAttribute(pair.Key[1..], pair.Value!.ToString())));
                    element.Add(child);
                    break;
                case JsonObject part:
                    element.Add(Xml(key, part));
                    break;
                default:
                    if (key[0] != '@')
                    {
                        element.Add(new XElement(key, value?.ToString()));
                    }

                    break;
            }
        }

        return element;
    }
}
