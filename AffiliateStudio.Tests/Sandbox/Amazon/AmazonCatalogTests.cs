using System.Net;
using System.Text.Json.Nodes;
using AffiliateStudio.Sandbox;

namespace AffiliateStudio.Tests.Sandbox.Amazon;

[Collection(SandboxTests.Name)]
public sealed class AmazonCatalogTests(SandboxWorld world)
{
    [Fact]
    public async Task Search_WithResources_AnswersThemInTheirExactCase()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(
            ("resources", new JsonArray("itemInfo.title", "itemInfo.externalIds", "images.primary.highRes", "offersV2.listings.price", "offersV2.listings.availability", "parentASIN"))));

        var result = (await SandboxWorld.JsonAsync(answer))["searchResult"]!;
        var item = result["items"]![0]!;
        Assert.Contains("/sandbox/amazon/s?", result["searchURL"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains($"tag={SandboxWorld.Tag}", item["detailPageURL"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(item["parentASIN"]);
        Assert.NotNull(item["images"]!["primary"]!["hiRes"]!["url"]);
        Assert.Equal("USD", item["offersV2"]!["listings"]![0]!["price"]!["money"]!["currency"]!.GetValue<string>());
        Assert.NotNull(item["itemInfo"]!["externalIds"]!["upcs"]!["displayValues"]![0]);
        Assert.Null(item["browseNodeInfo"]);
    }

    [Fact]
    public async Task Search_WithoutResources_AnswersIdAndLinkOnly()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request());

        var item = (await SandboxWorld.JsonAsync(answer))["searchResult"]!["items"]![0]!.AsObject();
        Assert.Equal(["asin", "detailPageURL"], item.Select(member => member.Key));
    }

    [Theory]
    [InlineData("itemPage", 11)]
    [InlineData("itemPage", 0)]
    [InlineData("itemCount", 101)]
    [InlineData("minReviewsRating", 5)]
    public async Task Search_NumberOutOfBounds_NamesTheField(string field, int value)
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request((field, value)));

        await AssertInvalidAsync(answer, "FieldValidationFailed", field);
    }

    [Theory]
    [InlineData("sortBy", "price")]
    [InlineData("searchIndex", "Kitchen")]
    [InlineData("condition", "Used")]
    public async Task Search_UnknownWord_NamesTheField(string field, string value)
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request((field, value)));

        await AssertInvalidAsync(answer, "FieldValidationFailed", field);
    }

    [Fact]
    public async Task Search_WithNothingToSearchFor_NamesKeywords()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(("keywords", null)));

        await AssertInvalidAsync(answer, "FieldValidationFailed", "keywords");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("someone")]
    public async Task Search_WithoutATagOfTheAccount_IsRefused(string? tag)
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(("partnerTag", tag)));

        await AssertInvalidAsync(answer, "InvalidPartnerTag", "partnerTag");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("www.amazon.example")]
    public async Task Search_WithoutMarketplace_IsRefused(string? marketplace)
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(), marketplace: marketplace);

        await AssertInvalidAsync(answer, "FieldValidationFailed", "x-marketplace");
    }

    [Fact]
    public async Task Search_ByPriceUpwards_IsInOrderAndWithinBounds()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(
            ("sortBy", "Price:LowToHigh"), ("minPrice", 1_500), ("maxPrice", 2_500), ("itemCount", 20), ("resources", new JsonArray("offersV2.listings.price"))));

        var prices = (await SandboxWorld.JsonAsync(answer))["searchResult"]!["items"]!.AsArray()
            .Select(item => item!["offersV2"]!["listings"]![0]!["price"]!["money"]!["amount"]!.GetValue<decimal>()).ToList();
        Assert.Equal(prices.Order(), prices);
        Assert.All(prices, price => Assert.InRange(price, 15.00m, 25.00m));
    }

    [Fact]
    public async Task Search_WithoutHits_HasAnErrorAndNoResult()
    {
        using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(("keywords", "qzxv")));

        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(body["searchResult"]);
        Assert.Equal("NoResults", body["errors"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task GetItems_OneOfThreeKnown_AnswersItAndTwoErrors()
    {
        var known = world.Catalog.Products.First(product => product.Asin is not null).Asin;
        using var answer = await world.AmazonAsync("catalog/v1/getItems", new JsonObject { ["partnerTag"] = SandboxWorld.Tag, ["itemIds"] = new JsonArray(known, "B0ZZZZZZZ0", "short") });

        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(known, Assert.Single(body["itemsResult"]!["items"]!.AsArray())!["asin"]!.GetValue<string>());
        Assert.Equal(["ItemNotFound", "InvalidItemId"], body["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task GetItems_ElevenIds_IsRefused()
    {
        var ids = new JsonArray([.. Enumerable.Range(0, 11).Select(i => (JsonNode)$"B0000000{i:D2}")]);
        using var answer = await world.AmazonAsync("catalog/v1/getItems", new JsonObject { ["partnerTag"] = SandboxWorld.Tag, ["itemIds"] = ids });

        await AssertInvalidAsync(answer, "FieldValidationFailed", "itemIds");
    }

    [Theory]
    [InlineData(SandboxFault.NotEligible, HttpStatusCode.Forbidden, "AccessDeniedException")]
    [InlineData(SandboxFault.Throttled, HttpStatusCode.TooManyRequests, "ThrottleException")]
    public async Task Search_WithAFaultOn_AnswersItsError(SandboxFault fault, HttpStatusCode status, string type)
    {
        var token = await world.TokenAsync();
        world.Faults[SandboxApi.Amazon] = fault;
        try
        {
            using var answer = await world.AmazonAsync("catalog/v1/searchItems", Request(), $"Bearer {token}, Version 2.1");

            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(type, (await SandboxWorld.JsonAsync(answer))["type"]!.GetValue<string>());
        }
        finally
        {
            world.Faults[SandboxApi.Amazon] = SandboxFault.None;
        }
    }

    [Fact]
    public async Task Search_WhileAnswersBreakOff_EndsInTheMiddle()
    {
        var token = await world.TokenAsync();
        world.Faults[SandboxApi.Amazon] = SandboxFault.HalfBody;
        try
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => world.AmazonAsync("catalog/v1/searchItems", Request(), $"Bearer {token}, Version 2.1"));
        }
        finally
        {
            world.Faults[SandboxApi.Amazon] = SandboxFault.None;
        }
    }

    private static JsonObject Request(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var body = new JsonObject { ["partnerTag"] = SandboxWorld.Tag, ["keywords"] = "desk lamp" };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return body;
    }

    private static async Task AssertInvalidAsync(HttpResponseMessage answer, string reason, string field)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await SandboxWorld.JsonAsync(answer);
        Assert.Equal("ValidationException", body["type"]!.GetValue<string>());
        Assert.Equal(reason, body["reason"]!.GetValue<string>());
        Assert.Contains(body["fieldList"]!.AsArray(), entry => entry!["name"]!.GetValue<string>() == field);
    }
}
