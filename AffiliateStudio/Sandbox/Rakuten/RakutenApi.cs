using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Rakuten's APIs: all under one host, all but the token's behind the gate.</summary>
internal sealed class RakutenApi : ISandboxInterface
{
    public void Add(IServiceCollection services) => services.AddSingleton<RakutenTokens>().AddSingleton<RakutenGate>();

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services)
    {
        var rakuten = sandbox.MapGroup("/rakuten").AddEndpointFilter(new FaultFilter(SandboxApi.Rakuten, RakutenErrors.Throttled));
        rakuten.MapPost("/token", TokenAsync);
        var behind = rakuten.MapGroup(string.Empty).AddEndpointFilter(services.GetRequiredService<RakutenGate>());
        RakutenSearchEndpoint.Map(behind);
        RakutenLinkEndpoint.Map(behind);
        RakutenTermsEndpoints.Map(behind);
        RakutenEventsEndpoint.Map(behind);
    }

    private static async Task<IResult> TokenAsync(HttpContext context, RakutenTokens tokens)
    {
        if (!tokens.AcceptsKey(context.Request.Headers.Authorization))
        {
            return RakutenErrors.NoToken("invalid_client", "Client authentication failed", StatusCodes.Status401Unauthorized);
        }

        if (!context.Request.HasFormContentType)
        {
            return RakutenErrors.NoToken("invalid_request", "The body must be a form");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!tokens.AcceptsSite(form["scope"]))
        {
            return RakutenErrors.NoToken("invalid_request", "scope must be a site of this account");
        }

        return form["refresh_token"].ToString() is { Length: > 0 } refresh && !tokens.AcceptsRefresh(refresh)
            ? RakutenErrors.NoToken("invalid_grant", "The refresh token is not valid")
            : JsonBody.Answer(new JsonObject
            {
                ["access_token"] = tokens.Issue(),
                ["refresh_token"] = tokens.IssueRefresh(),
                ["token_type"] = "bearer",
                ["expires_in"] = RakutenTokens.LifetimeSeconds,
            });
    }
}
