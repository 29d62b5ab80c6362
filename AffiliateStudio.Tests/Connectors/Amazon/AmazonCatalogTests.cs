using System.Globalization;
using System.Net;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Amazon;

public sealed class AmazonCatalogTests
{
    private const string Token = """{"access_token":"tok-abc","token_type":"Bearer","expires_in":3600}""";

    private const string WorkedExample = """
        {"searchResult":{"totalResultCount":412,"searchURL":"https://www.amazon.com/s?k=desk+lamp&tag=studio-20",
          "items":[{"asin":"B0TEST0001","detailPageURL":"https://www.amazon.com/dp/B0TEST0001?tag=studio-20&linkCode=osi&th=1&psc=1",
            "images":{"primary":{"large":{"url":"https://m.media-amazon.com/images/I/test1._SL500_.jpg","height":500,"width":500}},
                      "variants":[{"hiRes":{"url":"https://m.media-amazon.com/images/I/test2.jpg"}}]},
            "itemInfo":{"title":{"displayValue":"Northlight LED Desk Lamp","label":"Title","locale":"en_US"},
              "externalIds":{"eans":{"displayValues":["0036000291452"]}},
              "byLineInfo":{"brand":{"displayValue":"Northlight","label":"Brand","locale":"en_US"}}},
            "browseNodeInfo":{"browseNodes":[{"displayName":"Desk Lamps","isRoot":false,"ancestor":{"displayName":"Lighting","ancestor":{"displayName":"Home & Kitchen"}}}]},
            "offersV2":{"listings":[
              {"isBuyBoxWinner":false,"price":{"money":{"amount":99,"currency":"USD"}}},
              {"isBuyBoxWinner":true,"type":"A_NEW_KIND","violatesMAP":false,
              "availability":{"type":"IN_STOCK","message":"In Stock","minOrderQuantity":1,"maxOrderQuantity":30},
              "price":{"money":{"amount":34.99,"currency":"USD","displayAmount":"$34.99"},
                "savingBasis":{"money":{"amount":49.99,"currency":"USD","displayAmount":"$49.99"},"savingBasisType":"LIST_PRICE"},
                "savings":{"money":{"amount":15.00,"currency":"USD"},"percentage":30}}}]}},
           {"asin":"B0TEST0002","detailPageURL":"https://www.amazon.com/dp/B0TEST0002?tag=studio-20"}]},
         "errors":[{"code":"ItemNotAccessible","message":"One item could not be returned."}]}
        """;

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WorkedExample_IsReadWhole()
    {
        var partner = Partner().On("searchItems", WorkedExample);

        var answer = (await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("desk lamp", 1, 10), Cancel)).Value;

        var offer = Assert.Single(answer.Offers);
        Assert.Equal("B0TEST0001", offer.ExternalId);
        Assert.Equal("Northlight LED Desk Lamp", offer.Title);
        Assert.Equal("Northlight", offer.Brand);
        Assert.Equal("00036000291452", offer.Gtin);
        Assert.Equal("Home & Kitchen/Lighting/Desk Lamps", offer.CategoryPath);
        Assert.Equal(new Money(3499, Currency.Usd), offer.Price);
        Assert.Equal(new Money(4999, Currency.Usd), offer.WasPrice);
        Assert.Equal(StockState.InStock, offer.Stock);
        Assert.Equal(["https://m.media-amazon.com/images/I/test1._SL500_.jpg", "https://m.media-amazon.com/images/I/test2.jpg"], offer.ImageUrls);
        Assert.Equal("https://www.amazon.com/dp/B0TEST0001", offer.ProductUrl);
        Assert.Equal(412, answer.Total);
        Assert.True(answer.HasMore);
        Assert.Equal(["ItemNotAccessible: One item could not be returned."], answer.Notices);
    }

    [Fact]
    public async Task SearchRequest_CarriesWhatTheApiWants()
    {
        var partner = Partner().On("searchItems", WorkedExample);

        await ConnectorSetup.Amazon(partner, _clock).SearchAsync(
            ConnectorSetup.AmazonConnection(),
            new("desk lamp", 2, 50, ProductSearchSort.PriceAscending, MinPriceMinor: 1000, InStockOnly: true),
            Cancel);

        var call = Assert.Single(partner.CallsTo("searchItems"));
        Assert.Equal("https://creatorsapi.amazon/catalog/v1/searchItems", call.Address.AbsoluteUri);
        Assert.Equal(HttpMethod.Post, call.Method);
        Assert.Equal("Bearer tok-abc, Version 2.1", call.Header("Authorization"));
        Assert.Equal("www.amazon.com", call.Header("x-marketplace"));
        Assert.Equal("application/json", call.Header("Content-Type"));
        using var body = JsonDocument.Parse(call.Body);
        var root = body.RootElement;
        Assert.Equal("studio-20", root.GetProperty("partnerTag").GetString());
        Assert.Equal("desk lamp", root.GetProperty("keywords").GetString());
        Assert.Equal(10, root.GetProperty("itemCount").GetInt32());
        Assert.Equal(2, root.GetProperty("itemPage").GetInt32());
        Assert.Equal("Price:LowToHigh", root.GetProperty("sortBy").GetString());
        Assert.Equal("Available", root.GetProperty("availability").GetString());
        Assert.Equal(1000, root.GetProperty("minPrice").GetInt32());
        Assert.False(root.TryGetProperty("maxPrice", out _));
        Assert.False(root.TryGetProperty("partnerType", out _));
        Assert.Contains("offersV2.listings.price", root.GetProperty("resources").EnumerateArray().Select(resource => resource.GetString()));
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"NoResults","message":"No results found."}]}""")]
    [InlineData("""{"searchResult":{"totalResultCount":0,"items":[]}}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task NoHits_AnyShape_IsAnEmptyAnswer(string body)
    {
        var partner = Partner().On("searchItems", body);

        var answer = await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("zzz", 1, 10), Cancel);

        Assert.True(answer.Succeeded);
        Assert.Empty(answer.Value.Offers);
        Assert.Empty(answer.Value.Notices);
        Assert.False(answer.Value.HasMore);
    }

    [Fact]
    public async Task PageBeyondTheTenth_IsNotAskedFor()
    {
        var partner = Partner().On("searchItems", WorkedExample);

        var answer = await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("desk lamp", 11, 10), Cancel);

        Assert.Empty(answer.Value.Offers);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task StrangeValues_InAnItem_BecomeUnknown()
    {
        var partner = Partner().On("searchItems", """
            {"searchResult":{"totalResultCount":"3","newMember":{"x":[1]},"items":[
              {"asin":"b0test0003","itemInfo":{"title":{"displayValue":"  <b>Lamp</b> &amp; shade "}},
               "offersV2":{"listings":[{"availability":{"type":"SOMETHING_NEW"},"price":{"money":{"amount":"12.50","currency":"ZZZ"}}}]},
               "images":{"primary":{"large":{"url":"javascript:alert(1)"}}}},
              {"asin":"too-short","itemInfo":{"title":{"displayValue":"No ASIN"}}},
              {"asin":"B0TEST0004","itemInfo":{"title":{"displayValue":17}},"offersV2":{"listings":[]}}]}}
            """);

        var offers = (await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Value.Offers;

        Assert.Equal(["B0TEST0003", "B0TEST0004"], offers.Select(offer => offer.ExternalId));
        Assert.Equal("Lamp & shade", offers[0].Title);
        Assert.Null(offers[0].Price);
        Assert.Equal(StockState.Unknown, offers[0].Stock);
        Assert.Empty(offers[0].ImageUrls);
        Assert.Equal("17", offers[1].Title);
    }

    [Fact]
    public async Task Prices_UnderACommaCulture_AreReadRight()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var partner = Partner().On("searchItems", """
                {"searchResult":{"items":[{"asin":"B0TEST0001","itemInfo":{"title":{"displayValue":"Lamp"}},
                 "offersV2":{"listings":[{"price":{"money":{"amount":"1234.56","currency":"EUR"}}}]}}]}}
                """);

            var answer = await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(("marketplace", "www.amazon.de")), new("lamp", 1, 10), Cancel);

            Assert.Equal(new Money(123456, Currency.Eur), answer.Value.Offers[0].Price);
            Assert.Equal("https://www.amazon.de/dp/B0TEST0001", answer.Value.Offers[0].ProductUrl);
            Assert.Equal("www.amazon.de", partner.CallsTo("searchItems").Single().Header("x-marketplace"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task LookUp_TwentyThreeIds_GoesInBatchesOfTen()
    {
        var partner = Partner().On("getItems", """{"itemsResult":{"items":[{"asin":"B000000001","itemInfo":{"title":{"displayValue":"One"}}}]},"errors":[{"code":"ItemNotFound","message":"B000000002 is not there."}]}""");
        var ids = Enumerable.Range(0, 23).Select(i => $"B{i:D9}").Append("not an asin").ToList();

        var answer = await ConnectorSetup.Amazon(partner, _clock).LookUpAsync(ConnectorSetup.AmazonConnection(), ids, Cancel);

        Assert.Equal(3, answer.Value.Offers.Count);
        Assert.Equal(Enumerable.Repeat("ItemNotFound: B000000002 is not there.", 3), answer.Value.Notices);
        Assert.Equal([10, 10, 3], partner.CallsTo("getItems").Select(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("itemIds").GetArrayLength()));
    }

    [Fact]
    public async Task LookUpByGtin_HandsOnWhatTheSearchLeftOut()
    {
        var partner = Partner().On("searchItems", WorkedExample);

        var answer = (await ConnectorSetup.Amazon(partner, _clock).LookUpGtinAsync(ConnectorSetup.AmazonConnection(), "00036000291452", Cancel)).Value;

        Assert.Equal("B0TEST0001", Assert.Single(answer.Offers).ExternalId);
        Assert.Equal(["ItemNotAccessible: One item could not be returned."], answer.Notices);
    }

    [Theory]
    [InlineData(400, "ValidationException", "UnknownOperation", PartnerFailureKind.InvalidRequest)]
    [InlineData(400, "ValidationException", "CannotParse", PartnerFailureKind.InvalidRequest)]
    [InlineData(400, "ValidationException", "FieldValidationFailed", PartnerFailureKind.InvalidRequest)]
    [InlineData(400, "ValidationException", "InvalidAssociate", PartnerFailureKind.InvalidRequest)]
    [InlineData(400, "ValidationException", "InvalidPartnerTag", PartnerFailureKind.InvalidRequest)]
    [InlineData(400, "ValidationException", "Other", PartnerFailureKind.InvalidRequest)]
    [InlineData(401, "UnauthorizedException", "InvalidIssuer", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "MissingClaim", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "MissingKeyId", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "UnsupportedClient", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "InvalidClient", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "MissingCredential", PartnerFailureKind.Unauthorized)]
    [InlineData(401, "UnauthorizedException", "Other", PartnerFailureKind.Unauthorized)]
    [InlineData(403, "AccessDeniedException", "AssociateNotEligible", PartnerFailureKind.NotEligible)]
    [InlineData(403, "AccessDeniedException", "AuthorizationFailed", PartnerFailureKind.Unauthorized)]
    [InlineData(403, "AccessDeniedException", "Other", PartnerFailureKind.Unauthorized)]
    [InlineData(403, "AccessDeniedException", "SomethingNew", PartnerFailureKind.Unauthorized)]
    [InlineData(404, "ResourceNotFoundException", null, PartnerFailureKind.NotFound)]
    public async Task Error_OfEachReason_IsItsOwnResultAndNotRetried(int status, string type, string? reason, PartnerFailureKind kind)
    {
        var body = JsonSerializer.Serialize(new { type, reason, message = "The partner's words.", fieldList = new[] { new { name = "itemPage", message = "must be <= 10" } } });
        var partner = Partner().On("searchItems", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = (await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.Equal($"{status} {reason ?? type}", failure.Code);
        Assert.Contains("The partner's words.", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Remedy);
        Assert.Single(partner.CallsTo("searchItems"));
    }

    [Fact]
    public async Task Reasons_OfOneStatus_HaveRemediesOfTheirOwn()
    {
        var remedies = new HashSet<string>();
        foreach (var reason in new[] { "UnknownOperation", "CannotParse", "FieldValidationFailed", "InvalidAssociate", "InvalidPartnerTag", "Other" })
        {
            var partner = Partner().On("searchItems", _ => FakePartner.Json($$"""{"type":"ValidationException","reason":"{{reason}}","message":"m"}""", HttpStatusCode.BadRequest));
            remedies.Add((await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Failure!.Remedy);
        }

        Assert.Equal(6, remedies.Count);
    }

    [Fact]
    public async Task Throttled_ThenFine_IsRepeated()
    {
        var partner = Partner().On(
            "searchItems",
            _ => FakePartner.Json("""{"type":"ThrottleException","message":"Rate exceeded","quotaCode":"tps"}""", HttpStatusCode.TooManyRequests, ("Retry-After", "0")),
            _ => FakePartner.Json(WorkedExample));

        var answer = await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);

        Assert.True(answer.Succeeded);
        Assert.Equal(2, partner.CallsTo("searchItems").Count());
    }

    [Fact]
    public async Task Throttled_WithALongWait_IsToldAndNotRepeated()
    {
        var partner = Partner().On("searchItems", _ => FakePartner.Json("""{"type":"ThrottleException","message":"Rate exceeded"}""", HttpStatusCode.TooManyRequests, ("Retry-After", "120")));

        var failure = (await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Equal(PartnerFailureKind.Throttled, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(120), failure.RetryAfter);
        Assert.Single(partner.CallsTo("searchItems"));
    }

    [Theory]
    [InlineData("<html><body>Maintenance</body></html>")]
    [InlineData("""{"searchResult":{"items":[{"asin":"B0""")]
    [InlineData("[1,2,3]")]
    [InlineData("")]
    public async Task Answer_ThatIsNotTheProtocol_IsMalformed(string body)
    {
        var partner = Partner().On("searchItems", body);

        var failure = (await ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Equal(PartnerFailureKind.MalformedAnswer, failure.Kind);
    }

    private static FakePartner Partner() => new FakePartner().On("/oauth2/token", Token);
}
