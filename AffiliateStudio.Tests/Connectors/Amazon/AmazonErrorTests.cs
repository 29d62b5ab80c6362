using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Amazon;

public sealed class AmazonErrorTests
{
    private const string Token = """{"access_token":"tok-abc","token_type":"Bearer","expires_in":3600}""";

    private static readonly (int Status, string Type, string[] Reasons)[] Documented =
    [
        (400, "ValidationException", ["UnknownOperation", "CannotParse", "FieldValidationFailed", "InvalidAssociate", "InvalidPartnerTag", "Other"]),
        (401, "UnauthorizedException", ["TokenExpired", "InvalidToken", "InvalidIssuer", "MissingClaim", "MissingKeyId", "UnsupportedClient", "InvalidClient", "MissingCredential", "Other"]),
        (403, "AccessDeniedException", ["AssociateNotEligible", "AuthorizationFailed", "Other"]),
    ];

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachReason_HasAResultOfItsOwn()
    {
        var failures = new List<PartnerFailure>();
        foreach (var (status, type, reasons) in Documented)
        {
            foreach (var reason in reasons)
            {
                failures.Add(await FailureAsync(status, $$"""{"type":"{{type}}","reason":"{{reason}}","message":"m"}"""));
            }
        }

        Assert.Distinct(failures.Select(failure => failure.Code));
        Assert.Distinct(failures.Select(failure => failure.Remedy));
    }

    [Theory]
    [InlineData(400, """{"reason":"FieldValidationFailed","message":"1 field invalid","fieldList":[{"name":"itemPage","message":"must be <= 10"}]}""", "400 FieldValidationFailed", "1 field invalid itemPage: must be <= 10")]
    [InlineData(401, """{"reason":"InvalidClient"}""", "401 InvalidClient", "")]
    [InlineData(403, """{"type":"AccessDeniedException","reason":"AssociateNotEligible","message":"Account not eligible."}""", "403 AssociateNotEligible", "Account not eligible.")]
    [InlineData(404, """{"type":"ResourceNotFoundException","message":"No such report","resourceId":"a.tsv.gz","resourceType":"REPORT"}""", "404 ResourceNotFoundException", "No such report (REPORT a.tsv.gz)")]
    [InlineData(429, """{"type":"ThrottleException","message":"Rate exceeded","serviceCode":"creatorsapi","quotaCode":"tps"}""", "429 ThrottleException", "Rate exceeded (quota tps)")]
    [InlineData(500, """{"type":"InternalServerException","message":"Something broke"}""", "500 InternalServerException", "Something broke")]
    public async Task Body_OfEachType_IsToldWithItsMembers(int status, string body, string code, string message)
    {
        var failure = await FailureAsync(status, body);

        Assert.Equal((code, message), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task ServerError_ThenFine_IsRepeated()
    {
        var partner = Partner().On(
            "searchItems",
            _ => FakePartner.Json("""{"type":"InternalServerException","message":"m"}""", HttpStatusCode.InternalServerError),
            _ => FakePartner.Json("{}"));

        Assert.True((await SearchAsync(partner)).Succeeded);
        Assert.Equal(2, partner.CallsTo("searchItems").Count());
    }

    [Fact]
    public async Task NotEligible_InSearchLookupAndReports_IsAskedOnceEach()
    {
        const string Body = """{"message":"Account not eligible.","reason":"AssociateNotEligible","type":"AccessDeniedException"}""";
        HttpResponseMessage Refuse(FakePartner.Call call) => FakePartner.Json(Body, HttpStatusCode.Forbidden);
        var partner = Partner().On("searchItems", Refuse).On("getItems", Refuse).On("listReports", Refuse);
        var connector = ConnectorSetup.Amazon(partner, _clock);
        var failures = new List<PartnerFailure?>
        {
            (await connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel)).Failure,
            (await connector.LookUpAsync(ConnectorSetup.AmazonConnection(), ["B0TEST0001"], Cancel)).Failure,
        };
        await foreach (var result in connector.ReadAsync(ConnectorSetup.AmazonConnection(), null, Cancel))
        {
            failures.Add(result.Failure);
        }

        Assert.All(failures, failure => Assert.True(failure is { Kind: PartnerFailureKind.NotEligible, IsTransient: false }));
        Assert.Equal((3, 4), (failures.Count, partner.Calls.Count));
    }

    [Fact]
    public async Task Token_WithoutALifetime_LastsAnHour()
    {
        var partner = new FakePartner().On("/oauth2/token", """{"access_token":"tok-abc"}""").On("searchItems", "{}");
        var connector = ConnectorSetup.Amazon(partner, _clock);
        await connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);

        _clock.Advance(TimeSpan.FromMinutes(59));
        await connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);
        Assert.Single(partner.CallsTo("/oauth2/token"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await connector.SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);
        Assert.Equal(2, partner.CallsTo("/oauth2/token").Count());
    }

    [Fact]
    public async Task Acronyms_AreReadInUpperCaseOnly()
    {
        var partner = Partner().On("searchItems", """
            {"searchResult":{"totalResultCount":2,"items":[
              {"asin":"B0TEST0001","parentASIN":"B0TEST0009","detailPageURL":"https://www.amazon.com/dp/B0TEST0001?tag=studio-20","itemInfo":{"title":{"displayValue":"Below the maker's price"}},
               "offersV2":{"listings":[{"violatesMAP":true,"price":{"money":{"amount":10,"currency":"USD"}}}]}},
              {"asin":"B0TEST0002","itemInfo":{"title":{"displayValue":"Another case is another member"}},
               "offersV2":{"listings":[{"violatesMap":true,"price":{"money":{"amount":10.5,"currency":"USD"}}}]}}]}}
            """);

        var offers = (await SearchAsync(partner)).Value.Offers;

        Assert.Null(offers[0].Price);
        Assert.Equal(1050, offers[1].Price!.Value.MinorUnits);
    }

    [Fact]
    public async Task LargestPicture_IsAskedForInOneWordAndReadInAnother()
    {
        var partner = Partner().On("searchItems", """
            {"searchResult":{"items":[
              {"asin":"B0TEST0001","itemInfo":{"title":{"displayValue":"Lamp"}},"images":{"primary":{
                "large":{"url":"https://m.media-amazon.com/large.jpg"},"highRes":{"url":"https://m.media-amazon.com/resource-token.jpg"},"hiRes":{"url":"https://m.media-amazon.com/property.jpg"}}}},
              {"asin":"B0TEST0002","itemInfo":{"title":{"displayValue":"Lamp"}},"images":{"primary":{
                "large":{"url":"https://m.media-amazon.com/large.jpg"},"highRes":{"url":"https://m.media-amazon.com/resource-token.jpg"}}}}]}}
            """);

        var offers = (await SearchAsync(partner)).Value.Offers;

        Assert.Equal(["https://m.media-amazon.com/property.jpg"], offers[0].ImageUrls);
        Assert.Equal(["https://m.media-amazon.com/large.jpg"], offers[1].ImageUrls);
    }

    [Fact]
    public async Task ItemWithoutABuyBox_TakesItsFirstListingAndItsFirstReadableCode()
    {
        var partner = Partner().On("searchItems", """
            {"searchResult":{"items":[{"asin":"B0TEST0001","itemInfo":{"title":{"displayValue":"Lamp"},
              "externalIds":{"eans":{"displayValues":["not a code"]},"upcs":{"displayValues":["036000291452"]}}},
              "offersV2":{"listings":[
                {"price":{"money":{"amount":12,"currency":"USD"}},"merchantInfo":{"id":"A1","name":"First"},"availability":{"type":"OUT_OF_STOCK"}},
                {"price":{"money":{"amount":9,"currency":"USD"}},"merchantInfo":{"name":"Second"},"isBuyBoxWinner":false}]}}]}}
            """);

        var offer = (await SearchAsync(partner)).Value.Offers[0];

        Assert.Equal((1200L, "First", "00036000291452", StockState.OutOfStock), (offer.Price!.Value.MinorUnits, offer.Merchant, offer.Gtin, offer.Stock));
    }

    private static FakePartner Partner() => new FakePartner().On("/oauth2/token", Token);

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(FakePartner partner) =>
        ConnectorSetup.Amazon(partner, _clock).SearchAsync(ConnectorSetup.AmazonConnection(), new("lamp", 1, 10), Cancel);

    private async Task<PartnerFailure> FailureAsync(int status, string body) =>
        (await SearchAsync(Partner().On("searchItems", _ => FakePartner.Json(body, (HttpStatusCode)status)))).Failure!;
}
