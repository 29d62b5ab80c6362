using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Search = AffiliateStudio.Features.Catalog.SearchOffers.SearchOffers;

namespace AffiliateStudio.Tests.Features.Catalog.Travel;

public sealed class TravelSearchTests
{
    private static readonly SearchQuery Porto = new() { Travel = TravelKind.Stays, Place = "Porto", CheckIn = new DateOnly(2026, 2, 10), CheckOut = new DateOnly(2026, 2, 12), Guests = 3 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task TravelSearch_AsksThePartnerForTravelOnly_AndKeepsTheStay(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Expedia.AnswersWithHotels(1);

        var found = Assert.Single((await RunAsync(rig, Porto)).OfType<OffersFound>());

        var offer = Assert.Single(found.Offers);
        Assert.Equal(new StayQuote(new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 12), 3, new Money(9_000, Currency.Usd)), offer.Stay);
        Assert.Equal((new Money(20_200, Currency.Usd), "Travel/Hotels", "pays after the stay", true, false), (offer.Price.Price, offer.Category, offer.PaysAfterText, offer.IsTravel, offer.IsOver));
        Assert.Equal((0, 0), (rig.Amazon.Searches, rig.Walmart.Searches));
        Assert.Equal(Porto.Criteria, Assert.Single(rig.Expedia.Asked).Travel);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LaterPages_ComeFromMemory(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Expedia.AnswersWithHotels(60);

        var pages = new List<OffersFound>();
        for (var page = 1; page <= 3; page++)
        {
            pages.AddRange((await RunAsync(rig, Porto with { Page = page })).OfType<OffersFound>());
        }

        Assert.Single(rig.Expedia.Asked);
        Assert.Equal([25, 25, 10], pages.Select(page => page.Offers.Count));
        Assert.Equal([true, true, false], pages.Select(page => page.HasMore));
        Assert.Equal(60, pages.SelectMany(page => page.Offers).Select(offer => offer.Id).Distinct().Count());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task WordsThatLookLikeTravel_AskEverybody_AndSaySo(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Expedia.AnswersWithHotels(2);

        var events = await RunAsync(rig, new SearchQuery { Words = "hotels in Porto" });
        await RunAsync(rig, new SearchQuery { Words = "hotel towels" });

        Assert.Equal("Porto", Assert.Single(events.OfType<TravelAsked>()).Criteria.Place);
        Assert.Contains(events.OfType<OffersFound>(), found => found.Source == PartnerKey.Expedia && found.Offers.Count == 2);
        Assert.Equal(2, rig.Amazon.Searches);
        Assert.Single(rig.Expedia.Asked);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AmbiguousPlace_IsToldWithItsChoices(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Expedia.OnSearch = _ => new ProductSearchAnswer([], 0, false, []) { Choices = [new PlaceChoice("1", "Portland, Oregon", "United States"), new PlaceChoice("2", "Portland, Maine", "United States")] };

        var events = await RunAsync(rig, new SearchQuery { Travel = TravelKind.Stays, Place = "Portland" });

        Assert.Equal(["1", "2"], Assert.Single(events.OfType<PlacesFound>()).Choices.Select(choice => choice.PlaceId));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task StayWhoseDatesAreOver_HasNoPrice_AndIsNotFoundAnyMore(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([FakeTravelPartner.Hotel(1, Porto.Criteria!)], Cancel))[0];
        Assert.Equal(1, await FoundInIndexAsync(rig));

        rig.Clock.Advance(TimeSpan.FromDays(30));

        var offer = (await rig.Offers.FindAsync(id, Cancel))!;
        Assert.Equal((true, StockState.OutOfStock, null), (offer.IsOver, offer.Stock, offer.Price.Price));
        Assert.Equal(0, await FoundInIndexAsync(rig));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-02-10", "2026-02-12", null)]
    [InlineData("2026-01-15", "2026-01-16", null)]
    [InlineData("2026-02-10", null, "out")]
    [InlineData(null, "2026-02-12", "in")]
    [InlineData("2026-01-14", "2026-01-16", "in")]
    [InlineData("2026-02-12", "2026-02-12", "out")]
    [InlineData("2026-02-12", "2026-02-10", "out")]
    [InlineData("2026-02-01", "2026-03-02", "out")]
    [InlineData("2027-06-20", "2027-06-22", "out")]
    public void Dates_ThatMakeNoSense_AreSaid(string? from, string? to, string? field) => Assert.Equal(
        field, TravelDates.Check(new SearchQuery { Travel = TravelKind.Stays, Place = "Porto", CheckIn = SearchAddress.Day(from), CheckOut = SearchAddress.Day(to) }, new DateOnly(2026, 1, 15))?.Field);

    private static async Task<int> FoundInIndexAsync(CatalogRig rig) =>
        (await RunAsync(rig, new SearchQuery { Words = "hotel porto" })).OfType<OffersFound>().Single(found => found.Source is null).Offers.Count;

    private static async Task<List<SearchEvent>> RunAsync(CatalogRig rig, SearchQuery query)
    {
        var events = new List<SearchEvent>();
        await foreach (var happened in rig.Get<Search>().RunAsync(query, Cancel))
        {
            events.Add(happened);
        }

        return events;
    }
}
