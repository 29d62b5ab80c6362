using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Walmart;

public sealed class WalmartProductTests
{
    private const string WorkedExample = """
        {"query":"desk lamp","sort":"price","responseGroup":"full","totalResults":318,"start":1,"numItems":2,
         "items":[{"itemId":900000001,"parentItemId":900000001,"name":"Mainline LED Desk Lamp, White","msrp":24.99,"salePrice":17.88,
           "upc":"036000291452","categoryPath":"Home Page/Home/Lighting/Desk Lamps","categoryNode":"4044_133012_1045879",
           "shortDescription":"&lt;p&gt;Dimmable lamp&lt;/p&gt;","longDescription":"&lt;p&gt;Dimmable &amp;amp; bright&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;","brandName":"Mainline",
           "thumbnailImage":"https://i5.walmartimages.com/asr/t1.jpeg?odnHeight=100","largeImage":"https://i5.walmartimages.com/asr/t1.jpeg?odnHeight=450",
           "productTrackingUrl":"https://goto.walmart.com/c/|PUBID|/568844/9383?veh=aff&sourceid=imp_000011112222333344&prodsku=900000001&u=https%3A%2F%2Fwww.walmart.com%2Fip%2FMainline-Lamp%2F900000001",
           "standardShipRate":0.0,"marketplace":false,"sellerInfo":"Walmart.com","customerRating":"4.312","numReviews":204,
           "stock":"Available","availableOnline":true,"offerType":"ONLINE_AND_STORE","clearance":false,
           "imageEntities":[{"largeImage":"https://i5.walmartimages.com/asr/t2.jpeg","entityType":"SOMETHING_NEW"},{"largeImage":"https://i5.walmartimages.com/asr/t1.jpeg?odnHeight=450","entityType":"PRIMARY"}]},
          {"itemId":"900000002","name":"No price","stock":"Last few items","customerRating":4.1},
          {"itemId":900000003,"name":"Gone","salePrice":5,"msrp":4,"availableOnline":false,"stock":"Available"},
          {"itemId":900000004}],
         "facets":[]}
        """;

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WorkedExample_IsReadWhole()
    {
        var partner = new FakePartner().On("/search", WorkedExample);

        var answer = (await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("desk lamp", 1, 25), Cancel)).Value;

        Assert.Equal(3, answer.Offers.Count);
        var offer = answer.Offers[0];
        Assert.Equal("900000001", offer.ExternalId);
        Assert.Equal("Home/Lighting/Desk Lamps", offer.CategoryPath);
        Assert.Equal("00036000291452", offer.Gtin);
        Assert.Equal(new Money(1788, Currency.Usd), offer.Price);
        Assert.Equal(new Money(2499, Currency.Usd), offer.WasPrice);
        Assert.Equal("Dimmable & bright", offer.Description);
        Assert.Equal("https://www.walmart.com/ip/900000001", offer.ProductUrl);
        Assert.Equal(["https://i5.walmartimages.com/asr/t1.jpeg?odnHeight=450", "https://i5.walmartimages.com/asr/t2.jpeg"], offer.ImageUrls);
        Assert.Equal(StockState.InStock, offer.Stock);
        Assert.Null(answer.Offers[1].Price);
        Assert.Equal(StockState.Limited, answer.Offers[1].Stock);
        Assert.Null(answer.Offers[2].WasPrice);
        Assert.Equal(StockState.OutOfStock, answer.Offers[2].Stock);
        Assert.Equal(318, answer.Total);
        Assert.True(answer.HasMore);
    }

    [Fact]
    public async Task SearchRequest_CarriesWhatTheApiWants()
    {
        var partner = new FakePartner().On("/search", WorkedExample);

        await ConnectorSetup.Walmart(partner, _clock).SearchAsync(
            ConnectorSetup.WalmartConnection(), new("desk lamp", 3, 60, ProductSearchSort.PriceAscending, MinPriceMinor: 1000), Cancel);

        var call = Assert.Single(partner.Calls);
        Assert.Equal(HttpMethod.Get, call.Method);
        Assert.Equal(
            "https://developer.api.walmart.com/api-proxy/service/affil/product/v2/search?query=desk%20lamp&numItems=25&start=51&sort=price&order=ascending&facet=on"
            + "&facet.range=price%3A%5B10.00%20TO%201000000%5D&responseGroup=full&publisherId=1234567&campaignId=9383&adId=568844",
            call.Address.AbsoluteUri);
        Assert.Equal("application/json", call.Header("Accept"));
    }

    [Fact]
    public async Task Signature_IsOverExactlyTheDocumentedBytes()
    {
        var partner = new FakePartner().On("/search", WorkedExample);
        await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);

        var call = partner.Calls[0];
        var timestamp = _clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(ConnectorSetup.PrivateKeyPem);
        Assert.Equal("1768478400000", timestamp);
        Assert.Equal(timestamp, call.Header("WM_CONSUMER.INTIMESTAMP"));
        Assert.Equal("00000000-1111-2222-3333-444444444444", call.Header("WM_CONSUMER.ID"));
        Assert.Equal("1", call.Header("WM_SEC.KEY_VERSION"));
        Assert.True(rsa.VerifyData(
            Encoding.UTF8.GetBytes("00000000-1111-2222-3333-444444444444\n1768478400000\n1\n"),
            Convert.FromBase64String(call.Header("WM_SEC.AUTH_SIGNATURE")!),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void BytesToSign_OfTheReferenceValues_AreTheReferenceBytes() => Assert.Equal(
        "12345678-1234-1234-1234-123456789012\n1234567890123\n1\n",
        Encoding.UTF8.GetString(WalmartSigner.BytesToSign(" 12345678-1234-1234-1234-123456789012 ", "1234567890123", "1 ")));

    [Fact]
    public void Signature_OfTheSameBytes_IsAlwaysTheSame()
    {
        var first = new WalmartSigner(_clock).Sign(ConnectorSetup.WalmartConnection()).Value;
        var second = new WalmartSigner(_clock).Sign(ConnectorSetup.WalmartConnection()).Value;

        Assert.Equal(first, second);
    }

    [Fact]
    public void Signature_IsReusedFor170SecondsAndNotLonger()
    {
        var signer = new WalmartSigner(_clock);
        var first = signer.Sign(ConnectorSetup.WalmartConnection()).Value;

        _clock.Advance(TimeSpan.FromSeconds(169));
        Assert.Equal(first, signer.Sign(ConnectorSetup.WalmartConnection()).Value);
        Assert.NotEqual(first, signer.Sign(ConnectorSetup.WalmartConnection(("keyVersion", "2"))).Value);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first.Timestamp, signer.Sign(ConnectorSetup.WalmartConnection()).Value.Timestamp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task UnreadableKey_IsASettingToCorrect(string pem)
    {
        var partner = new FakePartner().On("/search", WorkedExample);

        var failure = (await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(("privateKeyPem", pem)), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Equal("setting privateKeyPem", failure.Code);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task PublicKey_InPlaceOfThePrivateOne_IsASettingToCorrect()
    {
        using var rsa = RSA.Create(2048);
        var failure = (await ConnectorSetup.Walmart(new FakePartner(), _clock).SearchAsync(
            ConnectorSetup.WalmartConnection(("privateKeyPem", rsa.ExportSubjectPublicKeyInfoPem())), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Contains("public key", failure.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, """{"details":{"Description":"Unauthorized - signature verification failed"}}""", PartnerFailureKind.Unauthorized, "private key")]
    [InlineData(401, """{"details":{"Description":"Could not find public key for consumer"}}""", PartnerFailureKind.Unauthorized, "public key")]
    [InlineData(401, """{"details":{"Description":"IAM-1000: Signature length not correct"}}""", PartnerFailureKind.Unauthorized, "private key")]
    [InlineData(403, """{"details":{"Description":"Security headers missing","wm_svc.name":"affil-product"}}""", PartnerFailureKind.Unauthorized, "denies access")]
    [InlineData(403, """{"details":{"Description":"Consumer not subscribed to service"}}""", PartnerFailureKind.Unauthorized, "Subscribe")]
    [InlineData(400, """{"errors":[{"code":4002,"message":"Invalid itemId"}]}""", PartnerFailureKind.InvalidRequest, "settings")]
    [InlineData(403, "<html>Access denied</html>", PartnerFailureKind.Unauthorized, "Walmart")]
    [InlineData(404, "", PartnerFailureKind.NotFound, "not there")]
    [InlineData(418, "teapot", PartnerFailureKind.InvalidRequest, "Walmart")]
    public async Task Errors_OfEitherShape_AreTold(int status, string body, PartnerFailureKind kind, string remedy)
    {
        var partner = new FakePartner().On("/search", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = (await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel)).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(remedy, failure.Remedy, StringComparison.Ordinal);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task ExpiredTimestamp_IsSignedAnewOnce()
    {
        var partner = new FakePartner().On(
            "/search",
            _ => FakePartner.Json("""{"details":{"Description":"timestamp expired"}}""", HttpStatusCode.Unauthorized),
            _ => FakePartner.Json(WorkedExample));

        Assert.True((await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel)).Succeeded);
        Assert.Equal(2, partner.Calls.Count);
    }

    [Fact]
    public async Task LastPage_OfAThousand_IsTheEnd()
    {
        var partner = new FakePartner().On("/search", WorkedExample.Replace("\"totalResults\":318", "\"totalResults\":50000", StringComparison.Ordinal));
        var connector = ConnectorSetup.Walmart(partner, _clock);

        Assert.True((await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 39, 25), Cancel)).Value.HasMore);
        Assert.False((await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 40, 25), Cancel)).Value.HasMore);
        Assert.Empty((await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 41, 25), Cancel)).Value.Offers);
        Assert.Equal(2, partner.Calls.Count);
    }

    [Fact]
    public async Task NoHits_WithAMessage_IsAnEmptyAnswer()
    {
        var partner = new FakePartner().On("/search", """{"query":"zzz","totalResults":0,"start":1,"numItems":0,"items":[],"message":"Results not found!"}""");

        var answer = (await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("zzz", 1, 10), Cancel)).Value;

        Assert.Empty(answer.Offers);
        Assert.Empty(answer.Notices);
        Assert.False(answer.HasMore);
    }

    [Fact]
    public async Task LookUp_TwentyOneIds_TakesTwoCalls()
    {
        var partner = new FakePartner().On("/items", """{"items":[{"itemId":1,"name":"One"}]}""");

        var answer = await ConnectorSetup.Walmart(partner, _clock).LookUpAsync(
            ConnectorSetup.WalmartConnection(), [.. Enumerable.Range(1, 21).Select(i => i.ToString(CultureInfo.InvariantCulture)), "x; drop"], Cancel);

        Assert.Equal(2, answer.Value.Offers.Count);
        Assert.StartsWith("?ids=1%2C2%2C3", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.StartsWith("?ids=21&", partner.Calls[1].Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookUp_OfUnknownIds_IsAnEmptyAnswer()
    {
        var partner = new FakePartner().On("/items", _ => FakePartner.Json("""{"errors":[{"code":4002,"message":"Invalid itemId"}]}""", HttpStatusCode.BadRequest));

        Assert.Empty((await ConnectorSetup.Walmart(partner, _clock).LookUpAsync(ConnectorSetup.WalmartConnection(), ["5"], Cancel)).Value.Offers);
    }

    [Fact]
    public async Task LookUp_ByGtin_AsksForTheUpc()
    {
        var partner = new FakePartner().On("/items", """{"items":[{"itemId":1,"name":"One","upc":"036000291452"}]}""");
        var connector = ConnectorSetup.Walmart(partner, _clock);

        Assert.Single((await connector.LookUpGtinAsync(ConnectorSetup.WalmartConnection(), "00036000291452", Cancel)).Value.Offers);
        Assert.Empty((await connector.LookUpGtinAsync(ConnectorSetup.WalmartConnection(), "04006381333931", Cancel)).Value.Offers);
        Assert.StartsWith("?upc=036000291452&", Assert.Single(partner.Calls).Address.Query, StringComparison.Ordinal);
    }
}
