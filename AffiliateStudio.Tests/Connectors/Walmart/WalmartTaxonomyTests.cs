using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Walmart;

public sealed class WalmartTaxonomyTests
{
    private const string Tree = """
        {"categories":[
          {"id":"4044","name":"Home","path":"Home","children":[
            {"id":"4044_133012","name":"Lighting","path":"Home/Lighting","children":[
              {"id":"4044_133012_1045879","name":"Desk Lamps","path":"Home/Lighting/Desk Lamps"}]}]},
          {"id":"3944","name":"Electronics","path":"Electronics"}]}
        """;

    private const string Items = """
        {"totalResults":4,"items":[
          {"itemId":1,"name":"By path","categoryPath":"Home/Decor","categoryNode":"4044_133012_1045879"},
          {"itemId":2,"name":"By node","categoryNode":"4044_133012_1045879"},
          {"itemId":3,"name":"By a node nobody knows","categoryNode":"9_9_9"},
          {"itemId":4,"name":"By nothing"}]}
        """;

    private const string Paths = """{"totalResults":1,"items":[{"itemId":1,"name":"By path","categoryPath":"Home/Decor"}]}""";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItemThatNamesOnlyItsNode_GetsThePathOfTheTree()
    {
        var partner = new FakePartner().On("/search", Items).On("/items", Items).On("/taxonomy", Tree);
        var connector = ConnectorSetup.Walmart(partner, _clock);

        var found = (await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel)).Value.Offers;
        var lookedUp = (await connector.LookUpAsync(ConnectorSetup.WalmartConnection(), ["1", "2"], Cancel)).Value.Offers;

        Assert.Equal(["Home/Decor", "Home/Lighting/Desk Lamps", null, null], found.Select(offer => offer.CategoryPath));
        Assert.Equal(found.Select(offer => offer.CategoryPath), lookedUp.Select(offer => offer.CategoryPath));
        Assert.Single(partner.CallsTo("/taxonomy"));
    }

    [Fact]
    public async Task Tree_IsReadOnceADayAndOnlyWhenAnItemNeedsIt()
    {
        var partner = new FakePartner().On("/search", Paths, Items).On("/taxonomy", Tree);
        var connector = ConnectorSetup.Walmart(partner, _clock);

        await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);
        Assert.Empty(partner.CallsTo("/taxonomy"));
        await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);
        _clock.Advance(TimeSpan.FromHours(23));
        await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);
        Assert.Single(partner.CallsTo("/taxonomy"));
        _clock.Advance(TimeSpan.FromHours(2));
        await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);

        Assert.Equal(2, partner.CallsTo("/taxonomy").Count());
        Assert.NotNull(partner.CallsTo("/taxonomy").First().Header("WM_SEC.AUTH_SIGNATURE"));
    }

    [Fact]
    public async Task TreeThatCannotBeRead_LeavesTheItemsAsTheyAreAndIsAskedForLater()
    {
        var partner = new FakePartner().On("/search", Items).On("/taxonomy", _ => FakePartner.Json("<html></html>", HttpStatusCode.NotFound), _ => FakePartner.Json(Tree));
        var connector = ConnectorSetup.Walmart(partner, _clock);

        var first = (await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel)).Value.Offers;
        await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);
        Assert.Single(partner.CallsTo("/taxonomy"));
        _clock.Advance(TimeSpan.FromMinutes(11));
        var later = (await connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel)).Value.Offers;

        Assert.Equal((4, null), (first.Count, first[1].CategoryPath));
        Assert.Equal("Home/Lighting/Desk Lamps", later[1].CategoryPath);
    }

    [Fact]
    public async Task TestOfTheConnection_CountsTheDepartments()
    {
        var partner = new FakePartner().On("/taxonomy", Tree).On("/Actions", """{"@page":"1","@numpages":"1","@total":"0","@nextpageuri":"","Actions":[]}""");

        var answer = await ConnectorSetup.Walmart(partner, _clock).TestAsync(ConnectorSetup.WalmartConnection(), Cancel);

        Assert.Contains("2 departments", answer.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Available", "true", StockState.InStock)]
    [InlineData("Limited Supply", "true", StockState.Limited)]
    [InlineData("Last few items", "true", StockState.Limited)]
    [InlineData("Not available", "true", StockState.OutOfStock)]
    [InlineData("Available", "false", StockState.OutOfStock)]
    [InlineData("A new word", "true", StockState.Unknown)]
    public async Task Stock_AsWalmartWritesIt_IsMapped(string stock, string online, StockState expected)
    {
        var partner = new FakePartner().On("/search", $$"""{"totalResults":1,"items":[{"itemId":1,"name":"Lamp","stock":"{{stock}}","availableOnline":{{online}}}]}""");

        var answer = await ConnectorSetup.Walmart(partner, _clock).SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);

        Assert.Equal(expected, answer.Value.Offers[0].Stock);
    }
}
