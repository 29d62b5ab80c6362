using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox;

/// <summary>One running product for all tests of the sandbox, and the ways in which a partner's client talks to it. They run one after the other.</summary>
public sealed partial class SandboxWorld : IAsyncDisposable
{
    public const string Tag = "tester-20";

    public const string WalmartService = "/sandbox/walmart/api-proxy/service/affil/product/v2";

    public SandboxWorld()
        : this([])
    {
    }

    /// <summary>A world of its own for a test that needs other settings.</summary>
    internal SandboxWorld(params (string Key, string Value)[] settings)
    {
        Host = new StudioHost(settings);
        Client = Host.NewClient();
        Credentials = Host.Services.GetRequiredService<SandboxCredentials>();
    }

    public StudioHost Host { get; }

    public HttpClient Client { get; }

    public SandboxCredentials Credentials { get; }

    public SandboxClockControl Clock => Host.Services.GetRequiredService<SandboxClockControl>();

    public SandboxFaults Faults => Host.Services.GetRequiredService<SandboxFaults>();

    public string ImpactActions => $"/sandbox/impact/Mediapartners/{Credentials.ImpactAccountSid}/Actions";

    internal SandboxCatalog Catalog => Host.Services.GetRequiredService<SandboxCatalog>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    public async Task<string> TokenAsync()
    {
        using var answer = await Client.PostAsync("/sandbox/amazon/auth/v2/oauth2/token", TokenForm(), Cancelled);
        return (await JsonAsync(answer))["access_token"]!.GetValue<string>();
    }

    public FormUrlEncodedContent TokenForm(string? secret = null, string scope = "creatorsapi/default", string grant = "client_credentials") => new(
    [
        new("grant_type", grant), new("client_id", Credentials.AmazonClientId), new("client_secret", secret ?? Credentials.AmazonClientSecret), new("scope", scope),
    ]);

    public async Task<HttpResponseMessage> AmazonAsync(string operation, JsonNode body, string? authorization = null, string? marketplace = "www.amazon.com")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/amazon/" + operation) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? $"Bearer {await TokenAsync()}, Version 2.1");
        if (marketplace is not null)
        {
            request.Headers.Add("x-marketplace", marketplace);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    public async Task<HttpResponseMessage> WalmartAsync(string pathAndQuery, Action<Dictionary<string, string>>? change = null)
    {
        var headers = SignedHeaders();
        change?.Invoke(headers);
        using var request = new HttpRequestMessage(HttpMethod.Get, WalmartService + pathAndQuery);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    public Dictionary<string, string> SignedHeaders(TimeSpan shift = default)
    {
        using var key = RSA.Create();
        key.ImportFromPem(Credentials.WalmartPrivateKeyPem);
        var timestamp = (Host.Clock.GetUtcNow() + shift).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{Credentials.WalmartConsumerId}\n{timestamp}\n1\n");
        return new Dictionary<string, string>
        {
            ["WM_CONSUMER.ID"] = Credentials.WalmartConsumerId,
            ["WM_CONSUMER.INTIMESTAMP"] = timestamp,
            ["WM_SEC.KEY_VERSION"] = "1",
            ["WM_SEC.AUTH_SIGNATURE"] = Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
    }

    public async Task<HttpResponseMessage> ImpactAsync(string pathAndQuery, string? accept = "application/json", string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Credentials.ImpactAccountSid}:{token ?? Credentials.ImpactAuthToken}")));
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Client.SendAsync(request, Cancelled);
    }

    /// <summary>The action of an order, by the sub-id that it carries, in a list of actions.</summary>
    public async Task<JsonObject?> ActionAsync(string subId, string query)
    {
        using var answer = await ImpactAsync($"{ImpactActions}?{query}");
        return (await JsonAsync(answer))["Actions"]!.AsArray().Select(node => node!.AsObject()).FirstOrDefault(action => action["SubId1"]!.GetValue<string>() == subId);
    }

    /// <summary>Walks a browser's way: opens a tracking link, follows it to the shop and presses Buy.</summary>
    /// <returns>The number of the order.</returns>
    public async Task<string> BuyAsync(string trackingLink)
    {
        using var browser = new HttpClient(new HttpClientHandler()) { BaseAddress = Host.Address };
        using var page = await browser.GetAsync(trackingLink, Cancelled);
        var html = await page.Content.ReadAsStringAsync(Cancelled);
        var action = FormAction().Match(html).Groups[1].Value;
        var fields = Field().Matches(html).Select(match => new KeyValuePair<string, string>(match.Groups[1].Value, System.Net.WebUtility.HtmlDecode(match.Groups[2].Value)));
        using var thanks = await browser.PostAsync(action, new FormUrlEncodedContent([.. fields, new("Quantity", "1")]), Cancelled);
        Assert.True(thanks.IsSuccessStatusCode, $"{thanks.StatusCode} from {action}");
        return thanks.RequestMessage!.RequestUri!.Segments[^1];
    }

    public string AmazonLink(string subId) => $"/sandbox/amazon/dp/{InStock(SandboxPartner.Amazon)}?tag={Tag}&ascsubtag={subId}";

    public string WalmartLink(string subId) => $"/sandbox/walmart/c/{Credentials.WalmartPublisherId}/568844/9383?prodsku={InStock(SandboxPartner.Walmart)}&subId1={subId}";

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!.AsObject();

    private string InStock(SandboxPartner partner) =>
        Catalog.Products.First(product => product.SoldBy(partner) && Catalog.Listing(product, partner).Stock == SandboxStock.Available).IdAt(partner);

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
