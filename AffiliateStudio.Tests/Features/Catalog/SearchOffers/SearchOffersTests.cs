using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using Search = AffiliateStudio.Features.Catalog.SearchOffers.SearchOffers;

namespace AffiliateStudio.Tests.Features.Catalog.SearchOffers;

public sealed class SearchOffersTests
{
    private static readonly SearchQuery Lamps = new() { Words = "lamp" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task BothPartners_Answers_ComeInAndAreKept(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Amazon.Answers(rig.Amazon.Offer("A1", "Lamp one"));
        rig.Walmart.Answers(rig.Walmart.Offer("W1", "Lamp two"));

        var found = (await RunAsync(rig, Lamps)).OfType<OffersFound>().ToList();

        Assert.Equal(["A1", "W1"], found.Where(each => each.Source is not null).SelectMany(each => each.Offers).Select(offer => offer.ExternalId).Order());
        var again = (await RunAsync(rig, Lamps)).OfType<OffersFound>().Single(each => each.Source is null);
        Assert.Equal(2, again.Offers.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameSearchAgain_WithinTenMinutes_CostsNoCall(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Amazon.Answers(rig.Amazon.Offer("A1", "Lamp"));
        await RunAsync(rig, Lamps);

        rig.Clock.Advance(TimeSpan.FromMinutes(9));
        var remembered = await RunAsync(rig, Lamps with { Words = "LAMP", Category = "Home" });
        Assert.Equal(1, rig.Amazon.Searches);
        Assert.Contains(remembered.OfType<OffersFound>(), found => found.Source == PartnerKey.Amazon && found.Offers.Count == 1);

        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(rig, Lamps);
        await RunAsync(rig, Lamps with { Page = 2 });
        await RunAsync(rig, Lamps with { Sort = OfferSort.PriceAscending });
        Assert.Equal(4, rig.Amazon.Searches);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OnePartnerFails_TheOther_StillAnswers(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Amazon.Answers(rig.Amazon.Offer("A1", "Lamp"));

        foreach (var kind in new[] { PartnerFailureKind.Unavailable, PartnerFailureKind.NotEligible, PartnerFailureKind.MalformedAnswer })
        {
            rig.Walmart.Fails(kind);

            var events = await RunAsync(rig, Lamps);

            Assert.Equal((PartnerKey.Walmart, kind), events.OfType<PartnerQuiet>().Select(quiet => (quiet.Partner, quiet.Kind)).Single());
            Assert.Contains(events.OfType<OffersFound>(), found => found.Source == PartnerKey.Amazon && found.Offers.Count == 1);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ConnectorThrows_OnHtmlForJson_IsAQuietPartner(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Walmart.OnSearch = (_, _) => throw new System.Text.Json.JsonException("'<' is an invalid start of a value.");

        Assert.Equal(PartnerFailureKind.MalformedAnswer, Assert.Single((await RunAsync(rig, Lamps)).OfType<PartnerQuiet>()).Kind);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartnerNeverAnswers_AfterItsDeadline_IsQuiet(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, deadlineMilliseconds: 50);
        rig.Amazon.Answers(rig.Amazon.Offer("A1", "Lamp"));
        rig.Walmart.OnSearch = (_, _) => new TaskCompletionSource<PartnerResult<ProductSearchAnswer>>().Task;

        var events = await RunAsync(rig, Lamps);

        Assert.Equal(PartnerFailureKind.TimedOut, Assert.Single(events.OfType<PartnerQuiet>()).Kind);
        Assert.Contains(events.OfType<OffersFound>(), found => found.Source == PartnerKey.Amazon);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartnerDownForAWhile_Since_IsTheFirstFailure(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Walmart.Fails(PartnerFailureKind.Unavailable);
        var start = rig.Clock.GetUtcNow().UtcDateTime;
        await RunAsync(rig, Lamps);
        rig.Clock.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(start, (await RunAsync(rig, Lamps)).OfType<PartnerQuiet>().Single().Since);
        rig.Walmart.Answers();
        Assert.Empty((await RunAsync(rig, Lamps)).OfType<PartnerQuiet>());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task NoConnection_OwnIndex_StillAnswers(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);
        await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Lamp")], Cancel);

        var events = await RunAsync(rig, Lamps);

        Assert.Single(events.OfType<OffersFound>().Single().Offers);
        Assert.All(events.OfType<PartnerQuiet>(), quiet => Assert.Equal(PartnerFailureKind.NotConnected, quiet.Kind));
        Assert.Equal(0, rig.Amazon.Searches);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PersonTypesOn_RunningCalls_AreGivenUp(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var givenUp = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        rig.Walmart.OnSearch = async (_, token) =>
        {
            token.Register(givenUp.SetResult);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        };
        using var typing = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var search = Task.Run(async () =>
        {
            await foreach (var _ in rig.Get<Search>().RunAsync(Lamps, typing.Token))
            {
            }
        }, Cancel);
        await asked.Task;

        await typing.CancelAsync();

        await givenUp.Task;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task NothingOrFarTooMuch_AsksNobody(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);

        Assert.Empty(await RunAsync(rig, Lamps with { Words = string.Empty }));
        Assert.Empty(await RunAsync(rig, Lamps with { Words = new string('x', 10_000) }));
        Assert.Equal(0, rig.Amazon.Searches);
    }

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
