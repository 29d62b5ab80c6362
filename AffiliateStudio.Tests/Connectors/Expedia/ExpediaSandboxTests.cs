using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors.Expedia;

/// <summary>The connector against the sandbox's Expedia and Partnerize, over real HTTP and over time.</summary>
public sealed class ExpediaSandboxTests : IAsyncDisposable
{
    private readonly SandboxWorld _world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly From => DateOnly.FromDateTime(_world.Clock.Now).AddDays(10);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task AmbiguousPlace_IsChosen_AndItsHotelsAreComplete()
    {
        var connection = await OpenAsync();
        var search = Connector<ITravelSearch>();
        var asked = new TravelCriteria(TravelKind.Stays, "Portland", null, From, From.AddDays(2), 2);

        var choices = (await search.SearchAsync(connection, Request(asked), Cancel)).Value.Choices;
        var chosen = choices.Single(choice => choice.Name.Contains("Maine", StringComparison.Ordinal));
        var offers = (await search.SearchAsync(connection, Request(asked with { Place = chosen.Name, PlaceId = chosen.PlaceId }), Cancel)).Value.Offers;

        Assert.Equal(2, choices.Count);
        Assert.True(offers.Count > 15);
        Assert.All(offers, offer =>
        {
            Assert.Contains("Portland", offer.Title, StringComparison.Ordinal);
            Assert.StartsWith("/sandbox/expedia/Hotel.h", offer.ProductUrl, StringComparison.Ordinal);
            Assert.DoesNotContain("price", offer.ProductUrl, StringComparison.Ordinal);
            Assert.NotEmpty(offer.ImageUrls);
            Assert.Equal("Travel/Hotels", StudioCategories.Map(offer.Partner, offer.CategoryPath));
            Assert.Equal(offer.Stock == StockState.InStock, offer.Price is not null);
        });
        using var picture = await _world.Client.GetAsync(offers[0].ImageUrls[0], Cancel);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        var again = (await Connector<IProductLookup>().LookUpAsync(connection, [offers[0].ExternalId], Cancel)).Value.Offers;
        Assert.Equal((offers[0].ExternalId, offers[0].Price), (Assert.Single(again).ExternalId, again[0].Price));
    }

    [Fact]
    public async Task ThingsToDo_AreFoundByPlaceAndDay()
    {
        var offers = (await Connector<ITravelSearch>().SearchAsync(await OpenAsync(), Request(new TravelCriteria(TravelKind.Activities, "Lisbon", null, From, From.AddDays(2), 2)), Cancel)).Value.Offers;

        Assert.Equal(12, offers.Count);
        Assert.All(offers, offer => Assert.Equal((0, From), (offer.Stay!.Nights, offer.Stay.CheckIn)));
    }

    [Fact]
    public async Task Stay_IsBooked_Over_Approved_AndCleared()
    {
        var connection = await OpenAsync();
        var (link, total) = await LinkAsync(connection, "sub-1");
        var policy = _world.Host.Services.GetRequiredService<LinkPolicy>();
        Assert.True(policy.IsAllowed((await _world.Host.Services.GetRequiredService<PartnerDirectory>().FindAsync(PartnerKey.Expedia, Cancel))!, link));

        var number = await _world.BuyAsync(link);

        var booked = await ReadAsync(connection, null);
        var line = Assert.Single(booked.Lines);
        Assert.Equal((ConversionState.Pending, "sub-1", number, total), (line.State, line.SubId, line.OrderId, line.SaleAmount.MinorUnits));
        _world.Clock.SetShift(_world.Clock.Shift + TimeSpan.FromDays(13));
        var stayed = await ReadAsync(connection, booked.Watermark);
        Assert.All(stayed.Lines, again => Assert.Equal((line.ExternalKey, ConversionState.Pending), (again.ExternalKey, again.State)));
        Assert.Equal(SandboxOrderState.Stayed, (await OrderAsync(number)).StateAt(_world.Clock.Now, new SandboxOptions()));
        _world.Clock.SetShift(_world.Clock.Shift + TimeSpan.FromDays(6));
        var approved = await ReadAsync(connection, stayed.Watermark);
        Assert.Equal((line.ExternalKey, ConversionState.Approved), (Assert.Single(approved.Lines).ExternalKey, approved.Lines[0].State));
        _world.Clock.SetShift(_world.Clock.Shift + TimeSpan.FromDays(20));
        Assert.Equal(ConversionState.Payable, Assert.Single((await ReadAsync(connection, approved.Watermark)).Lines).State);
    }

    [Fact]
    public async Task CancelledStay_IsRejected_AndTooLateAfterArrival()
    {
        var connection = await OpenAsync();
        var orders = _world.Host.Services.GetRequiredService<OrderBook>();
        var kept = await OrderAsync(await _world.BuyAsync((await LinkAsync(connection, "kept")).Link));
        var cancelled = await OrderAsync(await _world.BuyAsync((await LinkAsync(connection, "gone")).Link));
        var before = await ReadAsync(connection, null);

        Assert.True((await orders.ReturnAsync(cancelled.Id, Cancel)).Succeeded);
        var line = Assert.Single((await ReadAsync(connection, before.Watermark)).Lines, line => line.SubId == "gone");
        _world.Clock.SetShift(_world.Clock.Shift + TimeSpan.FromDays(11));

        Assert.Equal((ConversionState.Reversed, "Booking cancelled"), (line.State, line.Reason));
        Assert.False((await orders.ReturnAsync(kept.Id, Cancel)).Succeeded);
    }

    [Fact]
    public async Task Partnerize_ChecksLinks_AndTellsCampaigns()
    {
        var connection = await OpenAsync();
        var product = new ProductReference("h9000000", "/sandbox/expedia/Hotel.h9000000.Hotel-Information");

        Assert.StartsWith("https://prf.hn/click/camref:", (await Connector<ILinkCheck>().CheckLinkAsync(connection, product, string.Empty, Cancel)).Value, StringComparison.Ordinal);
        var refused = await Connector<ILinkCheck>().CheckLinkAsync(connection, product with { ProductUrl = "/sandbox/walmart/ip/1" }, string.Empty, Cancel);
        var terms = (await Connector<IMerchantTerms>().ReadMerchantsAsync(connection, Cancel)).Value;

        Assert.Equal(PartnerFailureKind.Refused, refused.Failure!.Kind);
        Assert.Equal([("Expedia US", MerchantState.Active), ("Hotels.com US", MerchantState.Pending)], terms.Select(each => (each.Name, each.State)));
    }

    [Theory]
    [InlineData("xapPassword", true)]
    [InlineData("partnerizeUserApiKey", false)]
    public async Task WrongKey_IsRefusedWithARemedy(string setting, bool isSearch)
    {
        var connection = await OpenAsync((setting, "wrong"));

        var answer = await Connector<IPartnerConnector>().TestAsync(connection, Cancel);

        Assert.Equal(PartnerFailureKind.Unauthorized, answer.Failure!.Kind);
        Assert.Contains(isSearch ? "XAP" : "Partnerize", answer.Failure.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxFault.Html, PartnerFailureKind.MalformedAnswer)]
    [InlineData(SandboxFault.Down, PartnerFailureKind.Unavailable)]
    [InlineData(SandboxFault.Throttled, PartnerFailureKind.Throttled)]
    public async Task BrokenPartnerize_IsAFailure_AndSearchGoesOn(SandboxFault fault, PartnerFailureKind kind)
    {
        var connection = await OpenAsync();
        _world.Faults[SandboxApi.Partnerize] = fault;

        var terms = await Connector<IMerchantTerms>().ReadMerchantsAsync(connection, Cancel);
        var found = await Connector<ITravelSearch>().SearchAsync(connection, Request(new TravelCriteria(TravelKind.Stays, "Porto", null, null, null, 2)), Cancel);

        Assert.Equal(kind, terms.Failure!.Kind);
        Assert.NotEmpty(found.Value.Offers);
    }

    private async Task<(string Link, long Total)> LinkAsync(ConnectionContext connection, string subId)
    {
        var criteria = new TravelCriteria(TravelKind.Stays, "Porto", null, From, From.AddDays(2), 2);
        var offer = (await Connector<ITravelSearch>().SearchAsync(connection, Request(criteria) with { InStockOnly = true }, Cancel)).Value.Offers[0];
        var link = Connector<ILinkBuilder>().Build(connection, new ProductReference(offer.ExternalId, offer.ProductUrl), string.Empty);
        return (link.Url.Replace(EarningLink.Slot, subId, StringComparison.Ordinal), offer.Price!.Value.MinorUnits);
    }

    private async Task<(List<ReportedConversion> Lines, string? Watermark)> ReadAsync(ConnectionContext connection, string? watermark)
    {
        var lines = new List<ReportedConversion>();
        string? next = null;
        await foreach (var result in Connector<IConversionFeed>().ReadAsync(connection, watermark, Cancel))
        {
            lines.AddRange(result.Value.Lines);
            next = result.Value.Watermark ?? next;
        }

        return ([.. lines.DistinctBy(line => line.ExternalKey)], next);
    }

    private async Task<SandboxOrder> OrderAsync(string number) => (await _world.Host.Services.GetRequiredService<OrderBook>().FindAsync(number, Cancel))!;

    private async Task<ConnectionContext> OpenAsync(params (string Name, string Value)[] changes)
    {
        var directory = _world.Host.Services.GetRequiredService<ConnectionDirectory>();
        var opened = (await directory.OpenAsync(PartnerKey.Expedia, Cancel))!;
        var settings = new Dictionary<string, string>(opened.Settings);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return directory.Context(opened.Partner, opened.Kind, settings);
    }

    private T Connector<T>()
        where T : class => (T)_world.Host.Services.GetServices<IPartnerConnector>().Single(connector => connector.Partner == PartnerKey.Expedia);

    private static ProductSearchRequest Request(TravelCriteria criteria) => new("x", 1, 100, Travel: criteria);
}
