using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>The token addresses of both programs: a form and flat answers in one, JSON in an envelope in the other.</summary>
internal static class TikTokTokenEndpoints
{
    public static void Map(RouteGroupBuilder tiktok)
    {
        tiktok.MapPost("/v2/oauth/token/", TokenAsync);
        tiktok.MapPost("/v2/oauth/revoke/", RevokeAsync);
        tiktok.MapPost("/open_api/v1.3/tt_user/oauth2/token/", BusinessTokenAsync);
        tiktok.MapPost("/open_api/v1.3/tt_user/oauth2/refresh_token/", BusinessRefreshAsync);
        tiktok.MapPost("/open_api/v1.3/tt_user/oauth2/revoke/", BusinessRevokeAsync);
    }

    private static async Task<IResult> TokenAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world)
    {
        if (await FormAsync(context, world) is not { } form)
        {
            return TikTokErrors.Flat("invalid_client", "Client key or secret is incorrect.", StatusCodes.Status401Unauthorized);
        }

        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                return tokens.Exchange(false, form["code"], form["redirect_uri"], form["code_verifier"]) is { } made
                    ? Answer(made)
                    : TikTokErrors.Flat("invalid_grant", "Authorization code is expired, or it does not belong to this redirect URI and code verifier.");
            case "refresh_token":
                return tokens.Refresh(false, form["refresh_token"]) is { } fresh ? Answer(fresh) : TikTokErrors.Flat("invalid_grant", "Refresh token is invalid or expired.");
            case "client_credentials":
                return JsonBody.Answer(new JsonObject { ["access_token"] = "clt.sandbox", ["expires_in"] = 7200, ["token_type"] = "Bearer" });
            default:
                return TikTokErrors.Flat("unsupported_grant_type", "The grant type is not supported.");
        }
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world)
    {
        if (await FormAsync(context, world) is not { } form)
        {
            return TikTokErrors.Flat("invalid_client", "Client key or secret is incorrect.", StatusCodes.Status401Unauthorized);
        }

        return tokens.Revoke(form["token"]) ? Results.Ok() : TikTokErrors.Flat("invalid_request", "The token is not valid.");
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext context, TikTokWorld world)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form["client_key"] == world.App.ClientKey && form["client_secret"] == world.App.ClientSecret ? form : null;
    }

    private static IResult Answer(TikTokToken token) => JsonBody.Answer(new JsonObject
    {
        ["open_id"] = TikTokWorld.User(token.User)!.OpenId,
        ["scope"] = token.Scopes,
        ["access_token"] = token.Access,
        ["expires_in"] = (int)TikTokTokens.AccessLifetime.TotalSeconds,
        ["refresh_token"] = token.Refresh,
        ["refresh_expires_in"] = (int)TikTokTokens.RefreshLifetime.TotalSeconds,
        ["token_type"] = "Bearer",
    });

    private static Task<IResult> BusinessTokenAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world) => BusinessAsync(context, world, body =>
        Text(body, "grant_type") != "authorization_code" ? TikTokErrors.Business(40002, "grant_type: Must be authorization_code.")
        : tokens.Exchange(true, Text(body, "auth_code"), Text(body, "redirect_uri"), null) is { } made ? BusinessAnswer(made)
        : TikTokErrors.Business(40110, "auth_code: The code is used, expired or of another redirect URI."));

    private static Task<IResult> BusinessRefreshAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world) => BusinessAsync(context, world, body =>
        tokens.Refresh(true, Text(body, "refresh_token")) is { } fresh ? BusinessAnswer(fresh) : TikTokErrors.Business(40002, "refresh_token: Invalid or expired."));

    private static Task<IResult> BusinessRevokeAsync(HttpContext context, TikTokTokens tokens, TikTokWorld world) => BusinessAsync(context, world, body =>
        tokens.Revoke(Text(body, "access_token")) ? TikTokErrors.Business(0, "OK") : TikTokErrors.Business(40105, "Access token is incorrect or has been revoked."));

    private static async Task<IResult> BusinessAsync(HttpContext context, TikTokWorld world, Func<JsonObject, IResult> answer)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return TikTokErrors.Business(40002, "The request must be a JSON object.");
        }

        return Text(body, "client_id") == world.App.BusinessAppId && Text(body, "client_secret") == world.App.BusinessSecret
            ? answer(body)
            : TikTokErrors.Business(40001, "client_id or client_secret is incorrect.");
    }

    private static IResult BusinessAnswer(TikTokToken token) => TikTokErrors.Business(0, "OK", new JsonObject
    {
        ["access_token"] = token.Access,
        ["token_type"] = "Bearer",
        ["scope"] = token.Scopes,
        ["expires_in"] = (int)TikTokTokens.BusinessAccessLifetime.TotalSeconds,
        ["refresh_token"] = token.Refresh,
        ["refresh_token_expires_in"] = (int)TikTokTokens.RefreshLifetime.TotalSeconds,
        ["open_id"] = TikTokWorld.User(token.User)!.BusinessId,
    });

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
