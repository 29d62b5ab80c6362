using System.Net;
using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Sandbox.TikTok;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>A person who says yes at the sandbox's TikTok, and the connector that goes on from there.</summary>
internal sealed class TikTokTraveller(StudioHost host)
{
    public TikTokConnector Connector { get; } = host.Services.GetRequiredService<TikTokConnector>();

    public ConnectionContext Connection { get; } = Connect(host);

    public PlatformSignInRequest SignIn { get; } = new(new Uri(host.Address, "/Account/TikTok/callback").AbsoluteUri, "state-1", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Allows an app everything that it asks for, or only some; returns what came back in the address.</summary>
    public async Task<Dictionary<string, string>> ConsentAsync(IPlatformSignIn program, string user = "mila.makes", string answer = "allow", params string[] scopes)
    {
        var address = program.AuthorizeAddress(Connection, SignIn).Value;
        using var client = host.NewClient();
        using var page = await client.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var query = QueryHelpers.ParseQuery(address[address.IndexOf('?')..]);
        var asked = scopes.Length > 0 ? scopes : query["scope"].ToString().Split(',');
        using var form = new FormUrlEncodedContent(
        [
            new("redirect_uri", query["redirect_uri"]!), new("state", query["state"]!), new("challenge", query.TryGetValue("code_challenge", out var challenge) ? challenge! : string.Empty),
            new("user", user), new("answer", answer), .. asked.Select(scope => KeyValuePair.Create("scopes", scope)),
        ]);
        using var back = await client.PostAsync(address.Split('?')[0], form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return QueryHelpers.ParseQuery(back.Headers.Location!.Query).ToDictionary(member => member.Key, member => member.Value.ToString());
    }

    /// <summary>Signs in and gives the access.</summary>
    public async Task<PlatformAccess> VideosAsync(string user = "mila.makes", params string[] scopes)
    {
        var grant = await Connector.Videos.ExchangeAsync(Connection, SignIn, (await ConsentAsync(Connector.Videos, user, scopes: scopes))["code"], Cancel);
        return new PlatformAccess(Connection, grant.Value.AccessToken, grant.Value.OpenId);
    }

    /// <summary>Allows comments and gives the access.</summary>
    public async Task<PlatformAccess> CommentsAsync(string user = "mila.makes", params string[] scopes)
    {
        var grant = await Connector.Comments.ExchangeAsync(Connection, SignIn, (await ConsentAsync(Connector.Comments, user, scopes: scopes))["auth_code"], Cancel);
        return new PlatformAccess(Connection, grant.Value.AccessToken, grant.Value.OpenId);
    }

    private static ConnectionContext Connect(StudioHost host)
    {
        var app = host.Services.GetRequiredService<TikTokWorld>().App;
        return new ConnectionContext
        {
            Partner = PartnerKey.TikTok,
            Kind = ConnectionKind.Sandbox,
            SandboxAddress = new Uri(host.Services.GetRequiredService<OwnAddress>().Listening, "/sandbox/tiktok/"),
            Settings = new Dictionary<string, string>
            {
                ["clientKey"] = app.ClientKey, ["clientSecret"] = app.ClientSecret, ["businessAppId"] = app.BusinessAppId, ["businessSecret"] = app.BusinessSecret,
                ["businessAuthorizeUrl"] = app.BusinessAuthorizeUrl,
            },
        };
    }
}
