using System.Net;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenTokenTests
{
    private const string Search = "/productsearch/1.0";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_IsAskedForWithTheEncodedKeyAndTheSite()
    {
        var partner = Answering(RakutenAnswers.Token);

        await SearchAsync(ConnectorSetup.Rakuten(partner, _clock));

        var call = partner.CallsTo("/token").Single();
        Assert.Equal("https://api.linksynergy.com/token", call.Address.AbsoluteUri);
        Assert.Equal("Bearer ZGVtby1jbGllbnQtaWQ6ZGVtby1jbGllbnQtc2VjcmV0", call.Header("Authorization"));
        Assert.Equal(("application/x-www-form-urlencoded", "scope=4001234"), (call.Header("Content-Type"), call.Body));
        Assert.Equal("Bearer tok-1", partner.CallsTo(Search).Single().Header("Authorization"));
    }

    [Fact]
    public async Task SchemeWord_IsASetting()
    {
        var partner = Answering(RakutenAnswers.Token);
        var connector = ConnectorSetup.Rakuten(partner, _clock);
        await SearchAsync(connector);

        await SearchAsync(connector, ConnectorSetup.RakutenConnection(("authScheme", "Basic")));

        Assert.StartsWith("Basic ZGVt", partner.CallsTo("/token").Last().Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyCallsAtOnce_ShareOneToken()
    {
        var partner = Answering(RakutenAnswers.Token);
        var connector = ConnectorSetup.Rakuten(partner, _clock);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SearchAsync(connector)));

        Assert.Single(partner.CallsTo("/token"));
        Assert.Equal(12, partner.CallsTo(Search).Count());
    }

    [Fact]
    public async Task FiveMinutesBeforeTheEnd_TheTokenIsRefreshed()
    {
        var partner = Answering(RakutenAnswers.Token, RakutenAnswers.SecondToken);
        var connector = ConnectorSetup.Rakuten(partner, _clock);
        await SearchAsync(connector);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await SearchAsync(connector);
        Assert.Single(partner.CallsTo("/token"));

        _clock.Advance(TimeSpan.FromMinutes(2));
        await SearchAsync(connector);

        Assert.Equal("refresh_token=ref-1&scope=4001234", partner.CallsTo("/token").Last().Body);
        Assert.Equal("Bearer tok-2", partner.CallsTo(Search).Last().Header("Authorization"));
    }

    [Fact]
    public async Task RefusedRefreshToken_IsFollowedByANewToken()
    {
        var partner = new FakePartner()
            .On("/token", _ => FakePartner.Json(RakutenAnswers.Token), _ => Refusal("invalid_grant", HttpStatusCode.BadRequest), _ => FakePartner.Json(RakutenAnswers.SecondToken))
            .On(Search, RakutenAnswers.NoItems);
        var connector = ConnectorSetup.Rakuten(partner, _clock);
        await SearchAsync(connector);
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.True((await SearchAsync(connector)).Succeeded);

        Assert.Equal(["scope=4001234", "refresh_token=ref-1&scope=4001234", "scope=4001234"], partner.CallsTo("/token").Select(call => call.Body));
    }

    [Fact]
    public async Task TokenEndpointDown_WhileTheOldTokenIsGood_GoesOnWithTheOldOne()
    {
        var partner = new FakePartner()
            .On("/token", _ => FakePartner.Json(RakutenAnswers.Token), _ => FakePartner.Json("down", HttpStatusCode.ServiceUnavailable))
            .On(Search, RakutenAnswers.NoItems);
        var connector = ConnectorSetup.Rakuten(partner, _clock);
        await SearchAsync(connector);
        _clock.Advance(TimeSpan.FromMinutes(57));

        Assert.True((await SearchAsync(connector)).Succeeded);
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(PartnerFailureKind.Unavailable, (await SearchAsync(connector)).Failure!.Kind);
    }

    [Fact]
    public async Task RefusedToken_IsFetchedAnewOnce()
    {
        var partner = new FakePartner()
            .On("/token", RakutenAnswers.Token, RakutenAnswers.SecondToken)
            .On(Search, _ => FakePartner.Json("""{"message":"expired"}""", HttpStatusCode.Unauthorized), _ => FakePartner.Json(RakutenAnswers.NoItems));

        Assert.True((await SearchAsync(ConnectorSetup.Rakuten(partner, _clock))).Succeeded);

        Assert.Equal(["Bearer tok-1", "Bearer tok-2"], partner.CallsTo(Search).Select(call => call.Header("Authorization")));
    }

    [Fact]
    public async Task TokenRefusedTwice_IsAFailure()
    {
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On(Search, _ => FakePartner.Json("{}", HttpStatusCode.Unauthorized));

        var failure = (await SearchAsync(ConnectorSetup.Rakuten(partner, _clock))).Failure!;

        Assert.Equal(PartnerFailureKind.Unauthorized, failure.Kind);
        Assert.Equal(2, partner.CallsTo(Search).Count());
    }

    [Theory]
    [InlineData("invalid_client", "client ID and secret")]
    [InlineData("invalid_request", "site ID")]
    [InlineData("something_new", "Rakuten connection")]
    public async Task RefusedCredentials_SayWhatToDo(string error, string remedy)
    {
        var partner = new FakePartner().On("/token", _ => Refusal(error, HttpStatusCode.Unauthorized));

        var failure = (await SearchAsync(ConnectorSetup.Rakuten(partner, _clock))).Failure!;

        Assert.Equal((PartnerFailureKind.Unauthorized, "401 " + error, "No."), (failure.Kind, failure.Code, failure.Message));
        Assert.Contains(remedy, failure.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"access_token":"a b"}""")]
    [InlineData("{\"access_token\":\"")]
    public async Task AnswerWithoutAToken_IsMalformed(string body)
    {
        var partner = new FakePartner().On("/token", body);

        Assert.Equal(PartnerFailureKind.MalformedAnswer, (await SearchAsync(ConnectorSetup.Rakuten(partner, _clock))).Failure!.Kind);
    }

    [Theory]
    [InlineData("clientId", "")]
    [InlineData("clientSecret", "")]
    [InlineData("sid", "")]
    [InlineData("sid", "40-1")]
    public async Task MissingSetting_IsToldWithoutACall(string name, string value)
    {
        var partner = Answering(RakutenAnswers.Token);

        var failure = (await SearchAsync(ConnectorSetup.Rakuten(partner, _clock), ConnectorSetup.RakutenConnection((name, value)))).Failure!;

        Assert.StartsWith("setting ", failure.Code, StringComparison.Ordinal);
        Assert.Empty(partner.Calls);
    }

    private static FakePartner Answering(params string[] tokens) => new FakePartner().On("/token", tokens).On(Search, RakutenAnswers.NoItems);

    private static HttpResponseMessage Refusal(string error, HttpStatusCode status) => FakePartner.Json($$"""{"error":"{{error}}","error_description":"No."}""", status);

    private static Task<PartnerResult<ProductSearchAnswer>> SearchAsync(RakutenConnector connector, ConnectionContext? connection = null) =>
        connector.SearchAsync(connection ?? ConnectorSetup.RakutenConnection(), new("stove", 1, 10), Cancel);
}
