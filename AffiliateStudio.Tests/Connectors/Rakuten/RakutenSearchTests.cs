using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenSearchTests
{
    private const string Path = "/productsearch/1.0";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoItems_BecomeOffersOfTheirMerchants()
    {
        var answer = (await SearchAsync(Answering(RakutenAnswers.TwoItems), new("stove", 1, 2))).Value;

        Assert.Equal((37, true), (answer.Total, answer.HasMore));
        var stove = answer.Offers[0];
        Assert.Equal(("54321:FW-STV-02", "54321", "Fernway Outdoors", "Two-burner camp stove"), (stove.ExternalId, stove.MerchantId, stove.Merchant, stove.Title));
        Assert.Equal(("Outdoor/Cooking/Stoves", "https://fernway.example/p/stv02?color=red"), (stove.CategoryPath, stove.ProductUrl));
        Assert.Equal((Dollars(74.50m), Dollars(89.95m)), (stove.Price, stove.WasPrice));
        Assert.Equal("Folding stove, two burners.", stove.Description);
        Assert.Equal(["https://img.fernway.example/stv02.jpg"], stove.ImageUrls);
        Assert.Null(stove.Gtin);

        var jacket = answer.Offers[1];
        Assert.Equal(("54410:15-77", "Maren & Pike", "Fashion", "Light"), (jacket.ExternalId, jacket.Merchant, jacket.CategoryPath, jacket.Description));
        Assert.Equal((Dollars(120m), null), (jacket.Price, jacket.WasPrice));
        Assert.Equal(("00012345678905", "https://www.marenpike.example/jacket"), (jacket.Gtin, jacket.ProductUrl));
        Assert.Empty(jacket.ImageUrls);
    }

    [Theory]
    [InlineData("89.95", "0", 89.95, null)]
    [InlineData("89.95", "0.00", 89.95, null)]
    [InlineData("89.95", "89.95", 89.95, null)]
    [InlineData("89.95", "99.95", 89.95, null)]
    [InlineData("89.95", " 74.50 ", 74.50, 89.95)]
    [InlineData("", "74.50", 74.50, null)]
    [InlineData("89,95", "", null, null)]
    [InlineData("-5", "x", null, null)]
    public async Task SalePrice_CountsOnlyWhenItIsOne(string price, string sale, double? now, double? before)
    {
        var xml = RakutenAnswers.TwoItems.Replace(">89.95<", $">{price}<", StringComparison.Ordinal).Replace(">74.50<", $">{sale}<", StringComparison.Ordinal);

        var offer = (await SearchAsync(Answering(xml), new("stove", 1, 2))).Value.Offers[0];

        Assert.Equal((Dollars((decimal?)now), Dollars((decimal?)before)), (offer.Price, offer.WasPrice));
    }

    [Theory]
    [InlineData("camp stove", "camp stove")]
    [InlineData("  a&b=c?{d}\\(e)[f]-g;h~i|j$k!l>m<n*o%  ", "a b c d e f g h i j k l m n o")]
    [InlineData("crème brûlée", "crème brûlée")]
    public async Task Words_AreSentWithoutTheCharactersThatMeanSomething(string words, string sent)
    {
        var partner = Answering(RakutenAnswers.NoItems);

        await SearchAsync(partner, new(words, 3, 25, ProductSearchSort.PriceDescending));

        var query = QueryHelpers.ParseQuery(partner.CallsTo(Path).Single().Address.Query);
        Assert.Equal((sent, "25", "3", "retailprice", "dsc"), (query["keyword"].ToString(), query["max"].ToString(), query["pagenumber"].ToString(), query["sort"].ToString(), query["sorttype"].ToString()));
    }

    [Theory]
    [InlineData("---", 1, 25)]
    [InlineData("stove", 41, 25)]
    [InlineData("stove", 11, 100)]
    public async Task NothingToAsk_OrBeyondTheThousandth_CostsNoCall(string words, int page, int size)
    {
        var partner = Answering(RakutenAnswers.TwoItems);

        var answer = (await SearchAsync(partner, new(words, page, size))).Value;

        Assert.Empty(answer.Offers);
        Assert.False(answer.HasMore);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task NoItems_IsAnEmptyAnswer() => Assert.Equal((0, false), await CountAsync(RakutenAnswers.NoItems, 1));

    [Theory]
    [InlineData("-1", 2, true)]
    [InlineData("-1", 25, false)]
    [InlineData("2", 2, false)]
    public async Task TotalThatIsNotKnown_GoesByTheFullPage(string total, int size, bool hasMore)
    {
        var xml = RakutenAnswers.TwoItems.Replace("<TotalMatches>37</TotalMatches><TotalPages>19</TotalPages>", $"<TotalMatches>{total}</TotalMatches>", StringComparison.Ordinal);

        var answer = (await SearchAsync(Answering(xml), new("stove", 1, size))).Value;

        Assert.Equal(hasMore, answer.HasMore);
        Assert.InRange(answer.Total, 2, 3);
    }

    [Fact]
    public async Task ErrorInsideA200_IsRefused()
    {
        var failure = (await SearchAsync(Answering(RakutenAnswers.Error("718615", "No keyword specified.")), new("stove", 1, 10))).Failure!;

        Assert.Equal((PartnerFailureKind.InvalidRequest, "718615", "No keyword specified."), (failure.Kind, failure.Code, failure.Message));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task PagePastTheEnd_IsTheEnd(int page, bool isEnd)
    {
        var answer = await SearchAsync(Answering(RakutenAnswers.Error("718616", "Page number 2 is beyond the last page 1.")), new("stove", page, 10));

        Assert.Equal(isEnd, answer.Succeeded);
    }

    [Theory]
    [InlineData("""<?xml version="1.0"?><ams:fault xmlns:ams="http://ws.apache.org/"><ams:code>900901</ams:code><ams:message>Invalid Credentials</ams:message><ams:description>Access failure</ams:description></ams:fault>""", "900901", "Access failure")]
    [InlineData("""<result><fault><errorcode>20</errorcode><errorstring>Access denied</errorstring></fault></result>""", "20", "Access denied")]
    [InlineData("""{"fault":{"code":"900902","message":"Missing Credentials","description":"Required OAuth credentials not provided"}}""", "900902", "Required OAuth credentials not provided")]
    public async Task Fault_IsAboutCredentials(string body, string code, string words)
    {
        var failure = (await SearchAsync(Answering(body), new("stove", 1, 10))).Failure!;

        Assert.Equal((PartnerFailureKind.Unauthorized, code, words), (failure.Kind, failure.Code, failure.Message));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Maintenance</body></html>")]
    [InlineData("<html><body>Maintenance<br></body></html>")]
    [InlineData("<html><body>Well-formed</body></html>")]
    [InlineData("<result><item>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE result [<!ENTITY a \"aaaa\">]><result><TotalMatches>&a;</TotalMatches></result>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE result SYSTEM \"http://169.254.169.254/latest\"><result/>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("plain words")]
    public async Task AnythingElse_IsMalformed(string body) =>
        Assert.Equal(PartnerFailureKind.MalformedAnswer, (await SearchAsync(Answering(body), new("stove", 1, 10))).Failure!.Kind);

    [Theory]
    [InlineData("<mid>54321</mid>", "<mid>shop</mid>")]
    [InlineData("<mid>54321</mid>", "")]
    [InlineData("<productname>  Two-burner camp stove   </productname>", "<productname> </productname>")]
    [InlineData("murl=https%3A%2F%2Ffernway.example", "murl=javascript%3Aalert(1)%2F%2F")]
    [InlineData("murl=https%3A%2F%2Ffernway.example", "murl=https%3A%2F%2Fuser%40fernway.example")]
    [InlineData("&amp;murl=https", "&amp;other=https")]
    public async Task ItemWithoutWhatMakesAnOffer_IsLeftOut(string part, string with)
    {
        var answer = (await SearchAsync(Answering(RakutenAnswers.TwoItems.Replace(part, with, StringComparison.Ordinal)), new("stove", 1, 2))).Value;

        Assert.Equal("54410:15-77", Assert.Single(answer.Offers).ExternalId);
    }

    [Fact]
    public async Task LongSku_IsKeptByItsBeginningAndADigest()
    {
        var sku = new string('A', 90);
        var ids = new List<string>();
        foreach (var end in new[] { "1", "2" })
        {
            ids.Add((await SearchAsync(Answering(RakutenAnswers.TwoItems.Replace("FW-STV-02", sku + end, StringComparison.Ordinal)), new("stove", 1, 2))).Value.Offers[0].ExternalId);
        }

        Assert.All(ids, id => Assert.Equal(64, id.Length));
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Theory]
    [InlineData("""{"message":"You cannot consume this service"}""", PartnerFailureKind.NotEligible, 1)]
    [InlineData("""{"message":"Access denied to this API"}""", PartnerFailureKind.NotEligible, 1)]
    [InlineData("""{"message":"Request limit per minute exceeded"}""", PartnerFailureKind.Throttled, 4)]
    [InlineData("<h1>Developer Over Qps</h1>", PartnerFailureKind.Throttled, 4)]
    [InlineData("", PartnerFailureKind.Throttled, 4)]
    public async Task Status403_MeansNotForYou_OrSlowDown(string body, PartnerFailureKind kind, int calls)
    {
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On(Path, _ => FakePartner.Json(body, HttpStatusCode.Forbidden));

        var failure = (await SearchAsync(partner, new("stove", 1, 10))).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.StartsWith("403", failure.Code, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Remedy);
        Assert.Equal(calls, partner.CallsTo(Path).Count());
    }

    [Fact]
    public async Task Throttle403_ThatPasses_IsNotSeen()
    {
        var partner = new FakePartner().On("/token", RakutenAnswers.Token).On(Path, _ => FakePartner.Json("slow down", HttpStatusCode.Forbidden), _ => FakePartner.Json(RakutenAnswers.TwoItems));

        Assert.True((await SearchAsync(partner, new("stove", 1, 10))).Succeeded);
    }

    [Fact]
    public async Task LookUp_SearchesByMerchantAndSku_AndTakesOnlyTheVeryOne()
    {
        var partner = Answering(RakutenAnswers.TwoItems);
        var connector = ConnectorSetup.Rakuten(partner, _clock);

        var found = (await connector.LookUpAsync(ConnectorSetup.RakutenConnection(), ["54321:FW-STV-02", "54321:FW-STV-03", "54321:~0123456789abcdef", "nothing"], Cancel)).Value;

        Assert.Equal("54321:FW-STV-02", Assert.Single(found.Offers).ExternalId);
        var query = QueryHelpers.ParseQuery(partner.CallsTo(Path).First().Address.Query);
        Assert.Equal(("FW STV 02", "54321"), (query["keyword"].ToString(), query["mid"].ToString()));
        Assert.Equal(2, partner.CallsTo(Path).Count());
        Assert.Empty((await connector.LookUpGtinAsync(ConnectorSetup.RakutenConnection(), "00012345678905", Cancel)).Value.Offers);
    }

    private async Task<(int, bool)> CountAsync(string body, int page)
    {
        var answer = (await SearchAsync(Answering(body), new("stove", page, 10))).Value;
        return (answer.Offers.Count, answer.HasMore);
    }

    private static FakePartner Answering(string body) => new FakePartner().On("/token", RakutenAnswers.Token).On(Path, body);

    private static Money? Dollars(decimal? amount) => amount is { } major ? Money.FromMajor(major, Currency.Usd) : null;

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(FakePartner partner, ProductSearchRequest request) =>
        ConnectorSetup.Rakuten(partner, _clock).SearchAsync(ConnectorSetup.RakutenConnection(), request, Cancel);
}
