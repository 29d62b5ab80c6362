using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>The two token services: the one of credential versions 2.x takes a form, the one of 3.x takes JSON.</summary>
internal static class AmazonTokenEndpoints
{
    public static void Map(RouteGroupBuilder amazon)
    {
        amazon.MapPost("/auth/v2/oauth2/token", FormTokenAsync);
        amazon.MapPost("/auth/v3/auth/o2/token", JsonTokenAsync);
    }

    private static async Task<IResult> FormTokenAsync(HttpContext context, AmazonTokens tokens)
    {
        if (!context.Request.HasFormContentType)
        {
            return Refusal("invalid_request", "The request must be form-urlencoded.", StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Answer(
            new Request(form["grant_type"], form["client_id"], form["client_secret"], form["scope"]),
            tokens,
            style: 2,
            scope: "creatorsapi/default",
            StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> JsonTokenAsync(HttpContext context, AmazonTokens tokens)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return Refusal("invalid_request", "The request must be a JSON object.", StatusCodes.Status400BadRequest);
        }

        return Answer(
            new Request(Text(body, "grant_type"), Text(body, "client_id"), Text(body, "client_secret"), Text(body, "scope")),
            tokens,
            style: 3,
            scope: "creatorsapi::default",
            StatusCodes.Status401Unauthorized);
    }

    private static IResult Answer(Request request, AmazonTokens tokens, int style, string scope, int refusalStatus)
    {
        if (request.GrantType != "client_credentials")
        {
            return Refusal("unsupported_grant_type", "grant_type must be client_credentials.", StatusCodes.Status400BadRequest);
        }

        if (!tokens.Accepts(request.ClientId, request.ClientSecret))
        {
            return Refusal("invalid_client", "Client authentication failed.", refusalStatus);
        }

        if (request.Scope != scope)
        {
            return Refusal("invalid_scope", $"The scope must be {scope}.", StatusCodes.Status400BadRequest);
        }

        return JsonBody.Answer(new JsonObject { ["access_token"] = tokens.Issue(style), ["token_type"] = "Bearer", ["expires_in"] = AmazonTokens.LifetimeSeconds });
    }

    private static IResult Refusal(string error, string description, int status) =>
        JsonBody.Answer(new JsonObject { ["error"] = error, ["error_description"] = description }, status);

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private sealed record Request(string? GrantType, string? ClientId, string? ClientSecret, string? Scope);
}
