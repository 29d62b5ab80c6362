using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Rakuten;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox.Rakuten;

/// <summary>The sandbox is as strict as Rakuten.</summary>
[Collection(SandboxTests.Name)]
public sealed class RakutenApiTests(SandboxWorld world)
{
    private const string Root = "/sandbox/rakuten/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_WantsTheEncodedKeyAndTheSite()
    {
        var key = Key();
        Assert.Equal((HttpStatusCode.OK, null), await TokenAsync("Bearer " + key, "4001234"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await TokenAsync("Basic " + key, "4001234"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await TokenAsync("Bearer x", "4001234"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await TokenAsync("Bearer " + key, "1"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await TokenAsync("Bearer " + key, "4001234", "r.1.x.y"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic x")]
    [InlineData("Bearer a.1.x.y")]
    public async Task Call_WithoutAGoodToken_IsRefused(string? authorization)
    {
        using var answer = await SendAsync("v1/partnerships", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task RefreshToken_IsNoAccessToken()
    {
        var tokens = world.Host.Services.GetRequiredService<RakutenTokens>();

        using var answer = await SendAsync("v1/partnerships", "Bearer " + tokens.IssueRefresh());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.True(tokens.AcceptsRefresh(tokens.IssueRefresh()));
        Assert.False(tokens.AcceptsRefresh(tokens.Issue()));
    }

    [Theory]
    [InlineData("", "718615")]
    [InlineData("max=10", "718615")]
    [InlineData("keyword=+", "718615")]
    [InlineData("keyword=lamp&max=101", "718617")]
    [InlineData("keyword=lamp&max=0", "718617")]
    [InlineData("keyword=lamp&pagenumber=0", "718618")]
    [InlineData("keyword=lamp&sort=price", "718619")]
    [InlineData("keyword=lamp&sort=retailprice&sorttype=desc", "718619")]
    [InlineData("keyword=lamp%26light", "718620")]
    [InlineData("keyword=lamp&max=100&pagenumber=11", "718616")]
    [InlineData("keyword=zzzzqqq&pagenumber=2", "718616")]
    public async Task Search_RefusesUnderStatus200(string query, string code)
    {
        using var answer = await SendAsync("productsearch/1.0?" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(code, XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Descendants("ErrorID").Single().Value);
    }

    [Fact]
    public async Task Search_HasRakutensQuirks_AndOnlyShopsThatApprovedUs()
    {
        using var answer = await SendAsync("productsearch/1.0?keyword=lamp&max=100");
        var items = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Descendants("item").ToList();

        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(items, item => item.Element("productname")!.Value.EndsWith("  ", StringComparison.Ordinal));
        Assert.Contains(items, item => item.Element("saleprice")!.Value.Length == 0);
        Assert.Contains(items, item => item.Element("saleprice")!.Value == "0.00");
        Assert.Contains(items, item => item.Element("upccode")!.Value.Length == 0);
        Assert.All(items, item =>
        {
            Assert.Contains(item.Element("mid")!.Value, RakutenMerchants.All.Where(merchant => merchant.IsActive).Select(merchant => merchant.Mid));
            Assert.Matches("^[A-Z]{2}-[0-9]{5}$", item.Element("sku")!.Value);
            Assert.Contains("&murl=", item.Element("linkurl")!.Value, StringComparison.Ordinal);
        });
        using var books = await SendAsync("productsearch/1.0?mid=55188");
        Assert.Equal("0", XDocument.Parse(await books.Content.ReadAsStringAsync(Cancel)).Descendants("TotalMatches").Single().Value);
    }

    [Theory]
    [InlineData("v1/partnerships?limit=201")]
    [InlineData("v1/partnerships?limit=0")]
    [InlineData("v1/partnerships?page=1001")]
    [InlineData("v1/partnerships?partner_status=approved")]
    [InlineData("v2/advertisers?limit=x")]
    [InlineData("v1/offers")]
    [InlineData("v1/offers?offer_status=all")]
    [InlineData("events/1.0/transactions?limit=1001")]
    [InlineData("events/1.0/transactions?page=0")]
    [InlineData("events/1.0/transactions?type=live")]
    [InlineData("events/1.0/transactions?process_date_start=2026-01-01&process_date_end=2026-01-02")]
    [InlineData("events/1.0/transactions?process_date_start=2000-01-01+00:00:00&process_date_end=2000-01-02+00:00:00")]
    public async Task WrongParameter_IsRefused(string path)
    {
        using var answer = await SendAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("REQUEST_PARAM_INVALID", (await SandboxWorld.JsonAsync(answer))["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task Lists_ArePagedByAPathOnRakutensHost()
    {
        var names = new List<string>();
        for (var next = "/v1/partnerships?limit=4"; next is not null;)
        {
            using var answer = await SendAsync(next[1..]);
            var body = await SandboxWorld.JsonAsync(answer);
            names.AddRange(body["partnerships"]!.AsArray().Select(row => row!["advertiser"]!["name"]!.GetValue<string>()));
            next = body["_metadata"]!["_links"]!["next"]?.GetValue<string>();
        }

        Assert.Equal(RakutenMerchants.All.Select(merchant => merchant.Name), names);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"x","advertiser_id":54321}""")]
    [InlineData("""{"url":"https://www.fernway.example/p","advertiser_id":"54321"}""")]
    [InlineData("[]")]
    public async Task DeepLink_WithoutWhatItNeeds_IsRefused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + "v1/links/deep_links") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + world.Host.Services.GetRequiredService<RakutenTokens>().Issue());

        using var answer = await world.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("deeplink?mid=54321&murl=x")]
    [InlineData("deeplink?id=StudioDemo1&mid=1&murl=x")]
    [InlineData("deeplink?id=StudioDemo1&mid=54321&murl=https%3A%2F%2Fevil.example%2F")]
    [InlineData("deeplink?id=StudioDemo1&mid=54321&murl=%2Fsandbox%2Frakuten%2Fm%2F54410%2Fp%2FFW-00001")]
    [InlineData("link?id=StudioDemo1&murl=x")]
    public async Task Redirect_OfAMalformedLink_LeadsNowhere(string link)
    {
        using var answer = await world.Client.GetAsync(Root + link, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FeedLink_ThroughTheShop_IsToldAsATransaction()
    {
        using var search = await SendAsync("productsearch/1.0?keyword=tent&max=20");
        var item = XDocument.Parse(await search.Content.ReadAsStringAsync(Cancel)).Descendants("item").First(item => IsInStock(item.Element("sku")!.Value));

        var number = await world.BuyAsync(item.Element("linkurl")!.Value + "&u1=rak-1");

        var order = (await world.Host.Services.GetRequiredService<OrderBook>().FindAsync(number, Cancel))!;
        Assert.Equal((item.Element("mid")!.Value, "StudioDemo1", "rak-1"), (order.MerchantId, order.Tag, order.SubId));
        var row = RakutenRow.Of(order, world.Credentials, order.OrderedAt.AddMinutes(1)).Single().Write(world.Credentials);
        Assert.Equal(("Y", "realtime", "rak-1"), (row["is_event"]!.GetValue<string>(), row["transaction_type"]!.GetValue<string>(), row["u1"]!.GetValue<string>()));
        Assert.Matches("^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9]{4} [0-9:]{8} GMT\\+0000 \\(UTC\\)$", row["process_date"]!.GetValue<string>());
        using var events = await SendAsync("events/1.0/transactions");
        Assert.Contains(JsonNode.Parse(await events.Content.ReadAsStringAsync(Cancel))!.AsArray(), told => told!["order_id"]!.GetValue<string>() == number);
    }

    [Fact]
    public void Rows_FollowTheMerchantsWindowAndTheLinksShop()
    {
        var order = Order();
        Assert.Equal(["Y"], Switches(order, 1));
        Assert.Equal(["N"], Switches(order, 3));
        Assert.Equal(["N", "N"], Switches(order with { ReturnedAt = order.OrderedAt.AddDays(4) }, 5));
        Assert.Empty(Switches(order with { CampaignId = "54410" }, 1));
        Assert.Empty(Switches(order with { ClickedAt = order.OrderedAt.AddDays(-31) }, 1));
        Assert.Empty(Switches(order with { MerchantId = "55188", CampaignId = "55188" }, 1));
    }

    private IEnumerable<string> Switches(SandboxOrder order, int days) =>
        RakutenRow.Of(order, world.Credentials, order.OrderedAt.AddDays(days)).Select(row => row.IsEvent ? "Y" : "N");

    private SandboxOrder Order() => new()
    {
        Id = 1,
        Number = "ORD-1",
        Partner = SandboxPartner.Rakuten,
        ProductId = "FW-00001",
        Title = "Tent",
        Category = "Sports",
        Seller = "Fernway Outdoors",
        Quantity = 1,
        UnitPrice = new(10_000, AffiliateStudio.Platform.Money.Currency.Usd),
        Rate = new(600),
        Tag = world.Credentials.RakutenPublisherId,
        SubId = "x",
        SubId2 = string.Empty,
        SubId3 = string.Empty,
        SharedId = string.Empty,
        ClickId = string.Empty,
        CampaignId = "54321",
        AdId = string.Empty,
        ClickedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        OrderedAt = new DateTime(2026, 1, 1, 1, 0, 0, DateTimeKind.Utc),
        MerchantId = "54321",
        ReturnedAt = null,
    };

    private bool IsInStock(string sku) =>
        world.Catalog.Listing(world.Catalog.Find(SandboxPartner.Rakuten, sku)!, SandboxPartner.Rakuten).Stock != SandboxStock.SoldOut;

    private string Key() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{world.Credentials.RakutenClientId}:{world.Credentials.RakutenClientSecret}"));

    private Task<HttpResponseMessage> SendAsync(string path) => SendAsync(path, "Bearer " + world.Host.Services.GetRequiredService<RakutenTokens>().Issue());

    private async Task<HttpResponseMessage> SendAsync(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await world.Client.SendAsync(request, Cancel);
    }

    private async Task<(HttpStatusCode, string?)> TokenAsync(string authorization, string scope, string? refresh = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + "token")
        {
            Content = new FormUrlEncodedContent([new("scope", scope), .. refresh is null ? Array.Empty<KeyValuePair<string, string>>() : [new("refresh_token", refresh)]]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await world.Client.SendAsync(request, Cancel);
        return (answer.StatusCode, (await SandboxWorld.JsonAsync(answer))["error"]?.GetValue<string>());
    }
}
