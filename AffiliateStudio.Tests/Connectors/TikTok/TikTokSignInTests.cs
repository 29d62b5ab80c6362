using System.Net;
using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Features.Partners.Contract;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>Signing in at TikTok, against answers as they were recorded.</summary>
public sealed class TikTokSignInTests
{
    private const string Tokens = """{"access_token":"act.demo","expires_in":7200,"open_id":"o-demo","refresh_expires_in":15552000,"refresh_token":"rft.demo","scope":"user.info.basic,video.list","token_type":"Bearer"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Challenge_OfTheKnownVerifier_IsLowerCaseHexadecimal() =>
        Assert.Equal("13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3", ProofKey.Challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

    [Fact]
    public void AuthorizeAddress_NamesTheKeyAsTikTokDoesAndCarriesTheChallenge()
    {
        var address = new Uri(TikTokSetup.Create(new FakePartner()).Videos.AuthorizeAddress(TikTokSetup.Connection(), TikTokSetup.SignIn).Value);
        var query = QueryHelpers.ParseQuery(address.Query);

        Assert.Equal("https://www.tiktok.com/v2/auth/authorize/", address.GetLeftPart(UriPartial.Path));
        Assert.Equal("awdemo", query["client_key"]);
        Assert.Equal("user.info.basic,user.info.profile,video.list", query["scope"]);
        Assert.Equal("s1", query["state"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3", query["code_challenge"]);
        Assert.DoesNotContain(TikTokSetup.SignIn.Verifier, address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_OfACodeWithStarAndExclamationMark_SendsItUnchanged()
    {
        var partner = new FakePartner().On("/v2/oauth/token/", Tokens);

        var grant = await TikTokSetup.Create(partner).Videos.ExchangeAsync(TikTokSetup.Connection(), TikTokSetup.SignIn, "abc*1!6.va", Cancel);

        var form = QueryHelpers.ParseQuery(Assert.Single(partner.Calls).Body);
        Assert.Equal("abc*1!6.va", form["code"]);
        Assert.Equal(TikTokSetup.SignIn.Verifier, form["code_verifier"]);
        Assert.Equal(TikTokSetup.SignIn.RedirectUri, form["redirect_uri"]);
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal(("act.demo", "rft.demo", "o-demo"), (grant.Value.AccessToken, grant.Value.RefreshToken, grant.Value.OpenId));
        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromDays(180)), (grant.Value.AccessLifetime, grant.Value.RefreshLifetime));
    }

    [Fact]
    public async Task Refresh_AnsweredWithANewRefreshToken_GivesThatOne()
    {
        var partner = new FakePartner().On("/v2/oauth/token/", Tokens.Replace("rft.demo", "rft.second", StringComparison.Ordinal));

        var grant = await TikTokSetup.Create(partner).Videos.RefreshAsync(TikTokSetup.Connection(), "rft.first", Cancel);

        Assert.Equal("rft.first", QueryHelpers.ParseQuery(partner.Calls[0].Body)["refresh_token"]);
        Assert.Equal("rft.second", grant.Value.RefreshToken);
    }

    [Fact]
    public async Task Refresh_AnsweredWithoutARefreshToken_KeepsTheOld()
    {
        var partner = new FakePartner().On("/v2/oauth/token/", """{"access_token":"act.demo","expires_in":"86400","open_id":"o-demo","scope":"video.list"}""");

        var grant = await TikTokSetup.Create(partner).Videos.RefreshAsync(TikTokSetup.Connection(), "rft.first", Cancel);

        Assert.Equal("rft.first", grant.Value.RefreshToken);
        Assert.Equal(TimeSpan.FromDays(1), grant.Value.AccessLifetime);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Exchange_RefusedFlat_IsAFailureWhateverTheStatus(HttpStatusCode status)
    {
        var partner = new FakePartner().On(
            "/v2/oauth/token/", _ => FakePartner.Json("""{"error":"invalid_request","error_description":"Code verifier or code challenge is invalid.","log_id":"20261101DEMO"}""", status));

        var grant = await TikTokSetup.Create(partner).Videos.ExchangeAsync(TikTokSetup.Connection(), TikTokSetup.SignIn, "code", Cancel);

        Assert.Equal(PartnerFailureKind.Unauthorized, grant.Failure!.Kind);
        Assert.Equal("Code verifier or code challenge is invalid.", grant.Failure.Message);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Exchange_AnsweredByAWebPage_IsAFailure()
    {
        var partner = new FakePartner().On("/v2/oauth/token/", "<html><body>Maintenance</body></html>");

        var grant = await TikTokSetup.Create(partner).Videos.ExchangeAsync(TikTokSetup.Connection(), TikTokSetup.SignIn, "code", Cancel);

        Assert.False(grant.Succeeded);
    }

    [Fact]
    public async Task Revoke_AnsweredWithNothing_WentWell()
    {
        var partner = new FakePartner().On("/v2/oauth/revoke/", string.Empty);

        var revoked = await TikTokSetup.Create(partner).Videos.RevokeAsync(TikTokSetup.Connection(), "act.demo", Cancel);

        Assert.True(revoked.Value);
        Assert.Equal("act.demo", QueryHelpers.ParseQuery(partner.Calls[0].Body)["token"]);
    }

    [Fact]
    public void BusinessAddress_KeepsWhatThePortalGaveAndSetsStateAndReturn()
    {
        var address = new Uri(TikTokSetup.Create(new FakePartner()).Comments.AuthorizeAddress(TikTokSetup.Connection(), TikTokSetup.SignIn).Value);
        var query = QueryHelpers.ParseQuery(address.Query);

        Assert.Equal("comment.list,comment.list.manage", query["scope"]);
        Assert.Equal(TikTokSetup.SignIn.RedirectUri, query["redirect_uri"]);
        Assert.Equal("s1", query["state"]);
    }

    [Theory]
    [InlineData("https://tiktok.com.evil.example/auth?x=1")]
    [InlineData("http://www.tiktok.com/auth")]
    [InlineData("/sandbox/tiktok/business/authorize")]
    [InlineData("https://user@www.tiktok.com/auth")]
    public void BusinessAddress_ElsewhereThanAtTikTok_IsRefused(string address)
    {
        var answer = TikTokSetup.Create(new FakePartner()).Comments.AuthorizeAddress(TikTokSetup.Connection(("businessAuthorizeUrl", address)), TikTokSetup.SignIn);

        Assert.False(answer.Succeeded);
    }

    [Fact]
    public async Task BusinessExchange_ReadsTheTokenOutOfTheEnvelope()
    {
        var partner = new FakePartner().On(
            "/tt_user/oauth2/token/",
            """{"code":0,"message":"OK","request_id":"1","data":{"access_token":"tok","token_type":"Bearer","scope":"comment.list,comment.list.manage","expires_in":86400,"refresh_token":"rft","refresh_token_expires_in":31536000,"open_id":"b-demo"}}""");

        var grant = await TikTokSetup.Create(partner).Comments.ExchangeAsync(TikTokSetup.Connection(), TikTokSetup.SignIn, "code", Cancel);

        Assert.Equal(("b-demo", TimeSpan.FromDays(365)), (grant.Value.OpenId, grant.Value.RefreshLifetime));
        Assert.Contains("\"auth_code\":\"code\"", partner.Calls[0].Body, StringComparison.Ordinal);
        Assert.Equal("business-api.tiktok.com", partner.Calls[0].Address.Host);
    }

    [Fact]
    public async Task Test_OfTheAppsCredentials_SaysWhatTikTokSaid()
    {
        var connector = TikTokSetup.Create(new FakePartner().On("/v2/oauth/token/", _ => FakePartner.Json("""{"error":"invalid_client","error_description":"Client key or secret is incorrect."}""", HttpStatusCode.Unauthorized)));

        var answer = await connector.TestAsync(TikTokSetup.Connection(), Cancel);

        Assert.Equal("Client key or secret is incorrect.", answer.Failure!.Message);
        Assert.Contains("client key", answer.Failure.Remedy, StringComparison.Ordinal);
    }
}
