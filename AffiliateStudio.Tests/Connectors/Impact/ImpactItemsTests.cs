using System.Net;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Impact;

public sealed class ImpactItemsTests
{
    private const string Recorded = """
        {"ActionItems":[
          {"Sku":"80000001","ItemName":"Arc Desk Lamp &amp; Bulb","Category":"Home","Quantity":"2","SaleAmount":"50.00","SaleAmountCurrency":"USD","Payout":"2.50","PayoutCurrency":"USD",
           "Rebate":"0.00","RebateCurrency":"USD","AdjustmentDate":"","AdjustmentReason":"","Uri":"/Mediapartners/IRtestSid1/Actions/2092.1111.555001/Items/1"},
          {"Sku":"80000001","ItemName":"Arc Desk Lamp &amp; Bulb","Category":"Home","Quantity":"-1","SaleAmount":"-25.00","SaleAmountCurrency":"USD","Payout":"-1.25","PayoutCurrency":"USD",
           "Rebate":"0.00","RebateCurrency":"USD","AdjustmentDate":"2026-01-20T10:00:00-08:00","AdjustmentReason":"ITEM_RETURNED","Uri":"/Mediapartners/IRtestSid1/Actions/2092.1111.555001/Items/2"}]}
        """;

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordedItems_OfTarget_AreReadWhole()
    {
        var partner = new FakePartner().On("/Actions/2092.1111.555001/Items", Recorded);

        var items = (await ReadAsync(partner)).Value;

        var sale = new ReportedItem
        {
            Sku = "80000001", Name = "Arc Desk Lamp & Bulb", Category = "Home", Quantity = 2, SaleAmount = new Money(5_000, Currency.Usd), Commission = new Money(250, Currency.Usd),
        };
        Assert.Equal(sale, items[0]);
        Assert.Equal(
            sale with
            {
                Quantity = -1, SaleAmount = new Money(-2_500, Currency.Usd), Commission = new Money(-125, Currency.Usd),
                AdjustedAt = new DateTime(2026, 1, 20, 18, 0, 0, DateTimeKind.Utc), AdjustmentReason = "ITEM_RETURNED",
            },
            items[1]);
        var call = Assert.Single(partner.Calls);
        Assert.Equal("https://api.impact.com/Mediapartners/IRtestSid1/Actions/2092.1111.555001/Items", call.Address.AbsoluteUri);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("IRtestSid1:token-1")), call.Header("Authorization"));
    }

    [Fact]
    public async Task RecordedItems_OfWalmart_AreReadWithItsAccount()
    {
        var impact = new FakePartner().On("/Actions/9383.2.7/Items", Recorded);

        var items = (await ConnectorSetup.Walmart(new FakePartner(), _clock, impact).ReadItemsAsync(ConnectorSetup.WalmartConnection(), "9383.2.7", Cancel)).Value;

        Assert.Equal(["", "ITEM_RETURNED"], items.Select(item => item.AdjustmentReason));
        Assert.StartsWith("https://api.impact.com/Mediapartners/IRtestSid1/", Assert.Single(impact.Calls).Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OddMembers_AreWhatCanBeReadOfThem()
    {
        var partner = new FakePartner().On("/Items", """
            {"ActionItems":[{"Sku":80000001,"Quantity":3,"SaleAmount":12.5,"PayoutCurrency":"EUR","Payout":"1,25","AdjustmentDate":"soon","AdjustmentReason":null,"New":{"x":[1]}},null,{}]}
            """);

        var items = (await ReadAsync(partner)).Value;

        Assert.Equal(
            [new ReportedItem { Sku = "80000001", Quantity = 3, SaleAmount = new Money(1_250, Currency.Eur) }, new ReportedItem()],
            items);
    }

    [Fact]
    public async Task FurtherPage_IsFollowedOnceAndOnTheSameHostOnly()
    {
        var partner = new FakePartner().On(
            "/Items",
            """{"@nextpageuri":"/Mediapartners/IRtestSid1/Actions/2092.1111.555001/Items?Page=2","ActionItems":[{"Sku":"1"}]}""",
            """{"@nextpageuri":"https://evil.test/Mediapartners/IRtestSid1/Actions/2092.1111.555001/Items?Page=3","ActionItems":[{"Sku":"2"}]}""");

        var items = (await ReadAsync(partner)).Value;

        Assert.Equal(["1", "2"], items.Select(item => item.Sku));
        Assert.Equal(2, partner.Calls.Count);
    }

    [Fact]
    public async Task Action_WithOddCharacters_StaysOneSegmentOfTheAddress()
    {
        var partner = new FakePartner().On("/Items", """{"ActionItems":[]}""");

        Assert.Empty((await ReadAsync(partner, "../../Other?x=1")).Value);

        Assert.Equal("https://api.impact.com/Mediapartners/IRtestSid1/Actions/..%2F..%2FOther%3Fx%3D1/Items", Assert.Single(partner.Calls).Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(200, "<html>Please wait</html>", PartnerFailureKind.MalformedAnswer)]
    [InlineData(200, """{"Status":"QUEUED"}""", PartnerFailureKind.MalformedAnswer)]
    [InlineData(200, "null", PartnerFailureKind.MalformedAnswer)]
    [InlineData(200, """{"ActionItems":{"Sku":"1"}}""", PartnerFailureKind.MalformedAnswer)]
    [InlineData(404, """{"Status":"ERROR","Message":"The requested action does not exist."}""", PartnerFailureKind.NotFound)]
    [InlineData(401, "", PartnerFailureKind.Unauthorized)]
    [InlineData(429, """{"Message":"Too Many Requests"}""", PartnerFailureKind.Throttled)]
    [InlineData(500, "", PartnerFailureKind.Unavailable)]
    public async Task UnusableAnswer_IsAFailureOfItsKindWithARemedy(int status, string body, PartnerFailureKind kind)
    {
        var partner = new FakePartner().On("/Items", _ => FakePartner.Json(body, (HttpStatusCode)status));

        var failure = (await ReadAsync(partner)).Failure!;

        Assert.Equal(kind, failure.Kind);
        Assert.NotEmpty(failure.Remedy);
    }

    private Task<PartnerResult<IReadOnlyList<ReportedItem>>> ReadAsync(FakePartner partner, string action = "2092.1111.555001") =>
        ConnectorSetup.Target(partner, _clock).ReadItemsAsync(ConnectorSetup.TargetConnection(), action, Cancel);
}
