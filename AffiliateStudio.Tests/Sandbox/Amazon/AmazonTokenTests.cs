using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Tests.Sandbox.Amazon;

[Collection(SandboxTests.Name)]
public sealed class AmazonTokenTests(SandboxWorld world)
{
    private const string FormUrl = "/sandbox/amazon/auth/v2/oauth2/token";
    private const string JsonUrl = "/sandbox/amazon/auth/v3/auth/o2/token";

    private static readonly JsonObject Search = new() { ["partnerTag"] = SandboxWorld.Tag, ["keywords"] = "mug" };

    [Fact]
    public async Task FormToken_RightCredentials_LivesAnHour()
    {
        using var answer = await world.Client.PostAsync(FormUrl, world.TokenForm(), TestContext.Current.CancellationToken);

        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3_600, body["expires_in"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("wrong", "creatorsapi/default", "client_credentials", "invalid_client")]
    [InlineData(null, "creatorsapi::default", "client_credentials", "invalid_scope")]
    [InlineData(null, "creatorsapi/default", "password", "unsupported_grant_type")]
    public async Task FormToken_SomethingWrong_IsRefused(string? secret, string scope, string grant, string error)
    {
        using var answer = await world.Client.PostAsync(FormUrl, world.TokenForm(secret, scope, grant), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(error, (await SandboxWorld.JsonAsync(answer))["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task JsonToken_PostedAsForm_IsRefused()
    {
        using var answer = await world.Client.PostAsync(JsonUrl, world.TokenForm(scope: "creatorsapi::default"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task JsonToken_UsedWithoutSuffix_IsTaken()
    {
        var token = await JsonTokenAsync(world.Credentials.AmazonClientSecret);

        using var plain = await world.AmazonAsync("catalog/v1/searchItems", Search, $"Bearer {token}");
        using var suffixed = await world.AmazonAsync("catalog/v1/searchItems", Search, $"Bearer {token}, Version 3.1");

        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        await AssertRefusedAsync(suffixed, "UnsupportedClient");
    }

    [Fact]
    public async Task JsonToken_WrongSecret_IsUnauthorized()
    {
        using var answer = await PostJsonAsync("wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Call_WithFormTokenWithoutSuffix_IsRefused()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Search, $"Bearer {await world.TokenAsync()}");

        await AssertRefusedAsync(answer, "UnsupportedClient");
    }

    [Fact]
    public async Task Call_WithForeignToken_IsRefusedAsInvalid()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Search, "Bearer 2.9999999999.abc.def, Version 2.1");

        await AssertRefusedAsync(answer, "InvalidToken");
    }

    [Fact]
    public async Task Call_AnHourLater_IsRefusedAsExpired()
    {
        var token = await world.TokenAsync();
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(61), TestContext.Current.CancellationToken);

        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Search, $"Bearer {token}, Version 2.1");

        await AssertRefusedAsync(answer, "TokenExpired");
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string reason)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal("UnauthorizedException", body["type"]!.GetValue<string>());
        Assert.Equal(reason, body["reason"]!.GetValue<string>());
    }

    private async Task<string> JsonTokenAsync(string secret)
    {
        using var answer = await PostJsonAsync(secret);
        return (await SandboxWorld.JsonAsync(answer))["access_token"]!.GetValue<string>();
    }

    private Task<HttpResponseMessage> PostJsonAsync(string secret) => world.Client.PostAsJsonAsync(
        JsonUrl,
        new JsonObject { ["grant_type"] = "client_credentials", ["client_id"] = world.Credentials.AmazonClientId, ["client_secret"] = secret, ["scope"] = "creatorsapi::default" },
        TestContext.Current.CancellationToken);
}
