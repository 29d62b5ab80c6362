using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Target;

public sealed class TargetCatalogTests : IDisposable
{
    private readonly FakePartner _impact = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _impact.Dispose();

    [Fact]
    public async Task Search_OfAPage_GivesWholeOffers()
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", TargetAnswers.Items(5, "/Mediapartners/IRtestSid1/Catalogs/ItemSearch?Page=2", TargetAnswers.Item("80000001")));

        var answer = (await SearchAsync(new("desk lamp", 1, 25, MinPriceMinor: 1_000, MaxPriceMinor: 3_050))).Value;

        var offer = Assert.Single(answer.Offers);
        Assert.Equal(("80000001", "Arc Desk Lamp & Shade", "Northlight Test", "00000000000017"), (offer.ExternalId, offer.Title, offer.Brand, offer.Gtin));
        Assert.Equal((2_500, 3_000), (offer.Price!.Value.MinorUnits, offer.WasPrice!.Value.MinorUnits));
        Assert.Equal(("Home/Lighting/Desk Lamps", StockState.InStock, "2092", false), (offer.CategoryPath, offer.Stock, offer.MerchantId, offer.PaysNothing));
        Assert.Equal("https://www.target.com/p/arc-lamp/-/A-80000001", offer.ProductUrl);
        Assert.Equal(2, offer.ImageUrls.Count);
        Assert.Equal((5, true), (answer.Total, answer.HasMore));
        var asked = Assert.Single(_impact.CallsTo("/ItemSearch")).Address.Query;
        Assert.Contains("Keyword=desk%20lamp", asked, StringComparison.Ordinal);
        Assert.Contains("Query=" + Uri.EscapeDataString("(CurrentPrice >= 10.00 AND CurrentPrice <= 30.50)"), asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfExcludedItems_SaysThatTheyPayNothing()
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", TargetAnswers.Items(
            4, string.Empty, TargetAnswers.Item("80000001"), TargetAnswers.Item("80000002"), TargetAnswers.Item("80000002", "9002"), TargetAnswers.Item("80000003", "7", "1")));

        var offers = (await SearchAsync(new("lamp", 1, 25))).Value.Offers;

        Assert.Equal([("80000001", false), ("80000002", true)], offers.Select(offer => (offer.ExternalId, offer.PaysNothing)));
    }

    [Fact]
    public async Task SecondSearch_ReadsTheCatalogsOnce_AndAfterADayAgain()
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", TargetAnswers.Items(0, string.Empty));
        var target = ConnectorSetup.Target(_impact, _clock);

        await target.SearchAsync(ConnectorSetup.TargetConnection(), new("lamp", 1, 25), Cancel);
        await target.SearchAsync(ConnectorSetup.TargetConnection(), new("lamp", 2, 25), Cancel);
        Assert.Single(_impact.CallsTo("/Catalogs"));

        _clock.Advance(TimeSpan.FromHours(25));
        await target.SearchAsync(ConnectorSetup.TargetConnection(), new("lamp", 3, 25), Cancel);
        Assert.Equal(2, _impact.CallsTo("/Catalogs").Count());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Items":null}""")]
    [InlineData("""{"@total":"0","Items":[]}""")]
    [InlineData("""{"Items":[{"Name":"No id"},{"CatalogItemId":"80000001"},{"CatalogItemId":"abc","Name":"Odd id"}]}""")]
    public async Task Search_WithNothingUsable_IsEmpty(string body)
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", body);

        Assert.Empty((await SearchAsync(new("lamp", 1, 25))).Value.Offers);
    }

    [Theory]
    [InlineData("OutofStock", StockState.OutOfStock)]
    [InlineData("OutOfStock", StockState.OutOfStock)]
    [InlineData("LimitedAvailability", StockState.Limited)]
    [InlineData("SomethingNew", StockState.Unknown)]
    [InlineData("", StockState.Unknown)]
    public async Task Stock_InTheNetworksWords_IsRead(string word, StockState expected)
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", TargetAnswers.Items(1, string.Empty, TargetAnswers.Item("80000001", stock: word)));

        Assert.Equal(expected, Assert.Single((await SearchAsync(new("lamp", 1, 25))).Value.Offers).Stock);
    }

    [Fact]
    public async Task Lookup_AsksForAllIdsAtOnce()
    {
        _impact.On("/Catalogs", TargetAnswers.Catalogs).On("/ItemSearch", TargetAnswers.Items(1, string.Empty, TargetAnswers.Item("80000001")));

        var found = (await ConnectorSetup.Target(_impact, _clock).LookUpAsync(ConnectorSetup.TargetConnection(), ["80000001", "80000002", "x'; DROP"], Cancel)).Value;

        Assert.Single(found.Offers);
        Assert.Contains(Uri.EscapeDataString("CatalogItemId IN ('80000001','80000002')"), Assert.Single(_impact.CallsTo("/ItemSearch")).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogs_UsedUp_DoNotHoldUpOrders()
    {
        _impact.On("/Catalogs", _ => FakePartner.Json("""{"Status":"ERROR","Message":"Too Many Requests"}""", HttpStatusCode.TooManyRequests, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800")))
            .On("/Actions", Impact.ImpactAnswers.Nothing);
        var target = ConnectorSetup.Target(_impact, _clock);

        var search = await target.SearchAsync(ConnectorSetup.TargetConnection(), new("lamp", 1, 25), Cancel);
        var again = await target.SearchAsync(ConnectorSetup.TargetConnection(), new("lamp", 1, 25), Cancel);

        Assert.Equal((PartnerFailureKind.Throttled, TimeSpan.FromSeconds(1800)), (search.Failure!.Kind, search.Failure.RetryAfter));
        Assert.Equal("asked to wait", again.Failure!.Code);
        await foreach (var batch in target.ReadAsync(ConnectorSetup.TargetConnection(), null, Cancel))
        {
            Assert.True(batch.Succeeded, batch.Failure?.ToString());
        }
    }

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(ProductSearchRequest request) =>
        ConnectorSetup.Target(_impact, _clock).SearchAsync(ConnectorSetup.TargetConnection(), request, Cancel);
}
