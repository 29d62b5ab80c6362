using System.Net;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Amazon;

public sealed class AmazonTokenTests
{
    private const string Empty = """{"searchResult":{"totalResultCount":0,"items":[]}}""";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2.1", "https://creatorsapi.auth.us-east-1.amazoncognito.com/oauth2/token")]
    [InlineData("2.2", "https://creatorsapi.auth.eu-south-2.amazoncognito.com/oauth2/token")]
    [InlineData("2.3", "https://creatorsapi.auth.us-west-2.amazoncognito.com/oauth2/token")]
    public async Task Version2_AsksWithAForm(string version, string address)
    {
        var partner = Partner();

        await SearchAsync(partner, ConnectorSetup.AmazonConnection(("version", version)));

        var call = partner.Calls[0];
        Assert.Equal(address, call.Address.AbsoluteUri);
        Assert.Equal("application/x-www-form-urlencoded", call.Header("Content-Type"));
        Assert.Equal("grant_type=client_credentials&client_id=test-cred-id&client_secret=test-cred-secret&scope=creatorsapi%2Fdefault", call.Body);
        Assert.Null(call.Header("Authorization"));
        Assert.Equal($"Bearer tok-1, Version {version}", partner.Calls[1].Header("Authorization"));
    }

    [Theory]
    [InlineData("3.1", "https://api.amazon.com/auth/o2/token")]
    [InlineData("3.2", "https://api.amazon.co.uk/auth/o2/token")]
    [InlineData("3.3", "https://api.amazon.co.jp/auth/o2/token")]
    public async Task Version3_AsksWithJson(string version, string address)
    {
        var partner = Partner();

        await SearchAsync(partner, ConnectorSetup.AmazonConnection(("version", version)));

        var call = partner.Calls[0];
        Assert.Equal(address, call.Address.AbsoluteUri);
        using var body = JsonDocument.Parse(call.Body);
        Assert.Equal("creatorsapi::default", body.RootElement.GetProperty("scope").GetString());
        Assert.Equal("test-cred-secret", body.RootElement.GetProperty("client_secret").GetString());
        Assert.Equal("Bearer tok-1", partner.Calls[1].Header("Authorization"));
    }

    [Fact]
    public async Task UnknownVersion_IsASettingToCorrect()
    {
        var partner = Partner();

        var failure = (await SearchAsync(partner, ConnectorSetup.AmazonConnection(("version", "9.9")))).Failure!;

        Assert.Equal("setting version", failure.Code);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task Token_IsKeptUntilHalfAMinuteBeforeItsEnd()
    {
        var partner = Partner();
        var connector = ConnectorSetup.Amazon(partner, _clock);
        var connection = ConnectorSetup.AmazonConnection();
        await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel);

        _clock.Advance(TimeSpan.FromSeconds(3569));
        await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel);
        Assert.Single(partner.CallsTo("/oauth2/token"));

        _clock.Advance(TimeSpan.FromSeconds(2));
        await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel);
        Assert.Equal(2, partner.CallsTo("/oauth2/token").Count());
        Assert.Equal("Bearer tok-2, Version 2.1", partner.Calls[^1].Header("Authorization"));
    }

    [Fact]
    public async Task ManyCallsAtOnce_FetchOneToken()
    {
        var partner = Partner();
        var connector = ConnectorSetup.Amazon(partner, _clock);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)));

        Assert.Single(partner.CallsTo("/oauth2/token"));
        Assert.Equal(32, partner.CallsTo("searchItems").Count());
    }

    [Theory]
    [InlineData("TokenExpired")]
    [InlineData("InvalidToken")]
    public async Task TokenRefused_Once_IsReplacedAndTheCallRepeated(string reason)
    {
        var partner = Partner(
            _ => FakePartner.Json($$"""{"type":"UnauthorizedException","reason":"{{reason}}"}""", HttpStatusCode.Unauthorized),
            _ => FakePartner.Json(Empty));

        var answer = await SearchAsync(partner, ConnectorSetup.AmazonConnection());

        Assert.True(answer.Succeeded);
        Assert.Equal(["Bearer tok-1, Version 2.1", "Bearer tok-2, Version 2.1"], partner.CallsTo("searchItems").Select(call => call.Header("Authorization")));
    }

    [Fact]
    public async Task TokenRefused_Again_IsAFailure()
    {
        var partner = Partner(_ => FakePartner.Json("""{"type":"UnauthorizedException","reason":"TokenExpired"}""", HttpStatusCode.Unauthorized));

        var failure = (await SearchAsync(partner, ConnectorSetup.AmazonConnection())).Failure!;

        Assert.Equal("401 TokenExpired", failure.Code);
        Assert.Equal(2, partner.CallsTo("searchItems").Count());
    }

    [Fact]
    public async Task TokenRequest_WithWrongSecret_NamesTheRemedy()
    {
        var partner = new FakePartner().On("/oauth2/token", _ => FakePartner.Json("""{"error":"invalid_client"}""", HttpStatusCode.BadRequest));

        var failure = (await SearchAsync(partner, ConnectorSetup.AmazonConnection())).Failure!;

        Assert.Equal(PartnerFailureKind.Unauthorized, failure.Kind);
        Assert.Equal("400 invalid_client", failure.Code);
        Assert.Contains("Associates Central", failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("test-cred-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenRequest_ToldToWait_IsNotRepeatedBeforeThen()
    {
        var partner = new FakePartner()
            .On("/oauth2/token", _ => FakePartner.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "120")), _ => FakePartner.Json("""{"access_token":"tok-1"}"""))
            .On("searchItems", Empty);
        var connector = ConnectorSetup.Amazon(partner, _clock);
        var connection = ConnectorSetup.AmazonConnection();

        var told = (await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel)).Failure!;
        _clock.Advance(TimeSpan.FromSeconds(60));
        var held = (await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel)).Failure;

        Assert.Equal((PartnerFailureKind.Throttled, TimeSpan.FromSeconds(120)), (told.Kind, told.RetryAfter));
        Assert.Equal((PartnerFailureKind.Throttled, TimeSpan.FromSeconds(60)), (held?.Kind, held?.RetryAfter));
        Assert.Single(partner.CallsTo("/oauth2/token"));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True((await connector.SearchAsync(connection, new("lamp", 1, 10), Cancel)).Succeeded);
    }

    [Fact]
    public async Task NewSecret_DoesNotFindTheOldOnesToken()
    {
        var partner = Partner();
        var connector = ConnectorSetup.Amazon(partner, _clock);
        await connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);

        await connector.SearchAsync(ConnectorSetup.AmazonConnection(("credentialSecret", "another")), new("lamp", 1, 10), Cancel);

        Assert.Equal(2, partner.CallsTo("/oauth2/token").Count());
    }

    private static FakePartner Partner(params Func<FakePartner.Call, HttpResponseMessage>[] answers)
    {
        var issued = 0;
        HttpResponseMessage Token(FakePartner.Call call) => FakePartner.Json($$"""{"access_token":"tok-{{++issued}}","token_type":"Bearer","expires_in":3600}""");
        return new FakePartner().On("/oauth2/token", Token).On("/auth/o2/token", Token).On("searchItems", answers.Length > 0 ? answers : [_ => FakePartner.Json(Empty)]);
    }

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(FakePartner partner, ConnectionContext connection) =>
        ConnectorSetup.Amazon(partner, _clock).SearchAsync(connection, new("lamp", 1, 10), Cancel);
}
