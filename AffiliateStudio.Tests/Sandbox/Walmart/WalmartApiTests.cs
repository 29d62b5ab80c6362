using System.Net;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox;

namespace AffiliateStudio.Tests.Sandbox.Walmart;

[Collection(SandboxTests.Name)]
public sealed class WalmartApiTests(SandboxWorld world)
{
    [Theory]
    [InlineData("WM_CONSUMER.ID")]
    [InlineData("WM_CONSUMER.INTIMESTAMP")]
    [InlineData("WM_SEC.KEY_VERSION")]
    [InlineData("WM_SEC.AUTH_SIGNATURE")]
    public async Task Call_WithoutOneHeader_IsForbiddenByTheGateway(string header)
    {
        using var answer = await world.WalmartAsync("/search?query=mug", headers => headers.Remove(header));

        await AssertGatewayAsync(answer, HttpStatusCode.Forbidden, "Security headers missing");
    }

    [Theory]
    [InlineData("WM_CONSUMER.ID", "00000000-1111-2222-3333-444444444444", "Unknown consumer")]
    [InlineData("WM_SEC.KEY_VERSION", "2", "Could not find public key")]
    [InlineData("WM_SEC.AUTH_SIGNATURE", "AAAA", "Signature length")]
    [InlineData("WM_CONSUMER.INTIMESTAMP", "soon", "timestamp")]
    public async Task Call_WithAWrongHeader_IsUnauthorized(string header, string value, string words)
    {
        using var answer = await world.WalmartAsync("/search?query=mug", headers => headers[header] = value);

        await AssertGatewayAsync(answer, HttpStatusCode.Unauthorized, words);
    }

    [Fact]
    public async Task Call_SignedForAnotherTime_IsUnauthorized()
    {
        var other = world.SignedHeaders(TimeSpan.FromSeconds(2))["WM_SEC.AUTH_SIGNATURE"];

        using var answer = await world.WalmartAsync("/search?query=mug", headers => headers["WM_SEC.AUTH_SIGNATURE"] = other);

        await AssertGatewayAsync(answer, HttpStatusCode.Unauthorized, "Signature verification failed");
    }

    [Theory]
    [InlineData(-170, HttpStatusCode.OK)]
    [InlineData(-190, HttpStatusCode.Unauthorized)]
    [InlineData(190, HttpStatusCode.Unauthorized)]
    public async Task Signature_BySeconds_IsGoodForThreeMinutes(int seconds, HttpStatusCode status)
    {
        using var answer = await world.WalmartAsync("/search?query=mug", headers =>
        {
            foreach (var (name, value) in world.SignedHeaders(TimeSpan.FromSeconds(seconds)))
            {
                headers[name] = value;
            }
        });

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/search?query=mug&numItems=26", 4_004)]
    [InlineData("/search?query=mug&start=1001", 4_003)]
    [InlineData("/search?query=mug&start=0", 4_003)]
    [InlineData("/search?query=mug&sort=cheap", 4_005)]
    [InlineData("/search?query=mug&sort=title&order=ascending", 4_006)]
    [InlineData("/search?query=mug&facet.range=price:10-20", 4_010)]
    [InlineData("/search", 4_001)]
    [InlineData("/items", 4_000)]
    [InlineData("/items?ids=12a", 4_002)]
    [InlineData("/items?ids=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21", 4_011)]
    public async Task Call_WithAWrongParameter_IsRefusedByTheService(string pathAndQuery, int code)
    {
        using var answer = await world.WalmartAsync(pathAndQuery);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await SandboxWorld.JsonAsync(answer))["errors"]![0]!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Search_WithoutPublisher_LeavesTheMacroInLinks()
    {
        var item = (await SearchAsync("query=mug&numItems=1"))["items"]![0]!;

        Assert.Contains("/c/|PUBID|/", item["productTrackingUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ByPriceDownwardsInARange_IsInOrderAndWithinIt()
    {
        var items = (await SearchAsync("query=mug&numItems=25&sort=price&order=descending&facet.range=price:[12 TO 25]"))["items"]!.AsArray();

        var prices = items.Select(item => item!["salePrice"]!.GetValue<decimal>()).ToList();
        Assert.NotEmpty(prices);
        Assert.Equal(prices.OrderDescending(), prices);
        Assert.All(prices, price => Assert.InRange(price, 12m, 25m));
    }

    [Fact]
    public async Task Search_PageByPage_RepeatsNothing()
    {
        var first = (await SearchAsync("query=lamp&numItems=25&start=1"))["items"]!.AsArray();
        var second = (await SearchAsync("query=lamp&numItems=25&start=26"))["items"]!.AsArray();

        Assert.Distinct(first.Concat(second).Select(item => item!["itemId"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Search_WithoutHits_HasAMessageAndNoItems()
    {
        var body = await SearchAsync("query=qzxv");

        Assert.Equal(0, body["totalResults"]!.GetValue<int>());
        Assert.Empty(body["items"]!.AsArray());
        Assert.NotNull(body["message"]);
    }

    [Fact]
    public async Task Lookup_ByUpc_FindsTheProductThatAmazonSellsToo()
    {
        var shared = world.Catalog.Products.First(product => product.Asin is not null && product.ItemId is not null);
        using var answer = await world.WalmartAsync($"/items?upc={shared.Gtin}");

        var item = Assert.Single((await SandboxWorld.JsonAsync(answer))["items"]!.AsArray())!;
        Assert.Equal(shared.ItemId, item["itemId"]!.GetValue<long>());
        Assert.IsAssignableFrom<JsonValue>(item["customerRating"]);
        Assert.Equal(System.Text.Json.JsonValueKind.String, item["customerRating"]!.GetValueKind());
    }

    [Fact]
    public async Task Crawl_FollowingNextPage_VisitsEveryItemOnce()
    {
        var ids = new List<long>();
        var next = "/paginated/items?category=3920&count=100";
        while (next is not null)
        {
            using var answer = await world.WalmartAsync(next);
            var page = await SandboxWorld.JsonAsync(answer);
            ids.AddRange(page["items"]!.AsArray().Select(item => item!["itemId"]!.GetValue<long>()));
            var path = page["nextPage"]?.GetValue<string>();
            Assert.Equal(path is not null, page["nextPageExist"]!.GetValue<bool>());
            next = path?["/api-proxy/service/affil/product/v2".Length..];
        }

        var expected = world.Catalog.Products.Where(product => product.ItemId is not null && product.Kind.Department.WalmartId == "3920").Select(product => product.ItemId!.Value);
        Assert.Equal(expected.Order(), ids);
    }

    [Fact]
    public async Task Taxonomy_Asked_NestsThreeLevelsAndHoldsTheNodeOfEachItem()
    {
        using var answer = await world.WalmartAsync("/taxonomy");
        var categories = (await SandboxWorld.JsonAsync(answer))["categories"]!.AsArray();

        var top = categories[0]!;
        var group = top["children"]![0]!;
        var leaf = group["children"]![0]!;
        Assert.StartsWith(top["id"]!.GetValue<string>() + "_", group["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith(group["id"]!.GetValue<string>() + "_", leaf["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal($"{top["name"]}/{group["name"]}/{leaf["name"]}", leaf["path"]!.GetValue<string>());
        var paths = categories.SelectMany(one => one!["children"]!.AsArray()).SelectMany(one => one!["children"]!.AsArray())
            .ToDictionary(one => one!["id"]!.GetValue<string>(), one => one!["path"]!.GetValue<string>());
        Assert.All((await SearchAsync("query=lamp&numItems=25"))["items"]!.AsArray(), item =>
            Assert.Equal(paths[item!["categoryNode"]!.GetValue<string>()], item["categoryPath"]!.GetValue<string>()));
    }

    [Fact]
    public async Task LookUp_OfOneIdInThePath_AnswersTheBareItem()
    {
        var id = world.Catalog.Products.First(product => product.ItemId is not null).ItemId!.Value;

        using var found = await world.WalmartAsync($"/items/{id}");
        using var unknown = await world.WalmartAsync("/items/999999999999");

        Assert.Equal(id, (await SandboxWorld.JsonAsync(found))["itemId"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("Invalid itemId", (await SandboxWorld.JsonAsync(unknown))["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Search_WhileHtmlIsOn_AnswersAPage()
    {
        world.Faults[SandboxApi.Walmart] = SandboxFault.Html;
        try
        {
            using var answer = await world.WalmartAsync("/search?query=mug");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        }
        finally
        {
            world.Faults[SandboxApi.Walmart] = SandboxFault.None;
        }
    }

    private async Task<JsonObject> SearchAsync(string query)
    {
        using var answer = await world.WalmartAsync("/search?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await SandboxWorld.JsonAsync(answer);
    }

    private static async Task AssertGatewayAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, (await SandboxWorld.JsonAsync(answer))["details"]!["Description"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
