using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;
using Open = AffiliateStudio.Features.Catalog.OpenOffer.OpenOffer;
using Refresh = AffiliateStudio.Features.Catalog.RefreshOffer.RefreshOffer;

namespace AffiliateStudio.Tests.Features.Catalog.RefreshOffer;

public sealed class RefreshOfferTests
{
    private const string Gtin = "00012345678905";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task StaleOffer_Opened_HasTodaysPriceAndTheOtherShops(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Lamp", 3000, gtin: Gtin)], Cancel))[0];
        rig.Clock.Advance(TimeSpan.FromHours(30));
        rig.Amazon.OnLookUp = (_, _) => Task.FromResult(FakePartner.Found(rig.Amazon.Offer("A1", "Lamp", 2800, gtin: Gtin)));
        rig.Walmart.OnGtin = gtin => Task.FromResult(FakePartner.Found(rig.Walmart.Offer("W1", "Lamp", 2500, gtin: gtin)));

        var silent = await rig.Get<Refresh>().RunAsync(id, Cancel);

        var details = (await rig.Get<Open>().RunAsync(id, Cancel)).Value;
        Assert.Null(silent);
        Assert.Equal(2800, details.Offer.Price.Price!.Value.MinorUnits);
        Assert.Equal(["W1", "A1"], details.SameProduct.Select(offer => offer.ExternalId));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartErrors_OfALookup_AreLogged(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Lamp")], Cancel))[0];
        rig.Clock.Advance(TimeSpan.FromHours(30));
        rig.Amazon.LookupNotices = ["ItemNotAccessible: A1 could not be returned."];

        await rig.Get<Refresh>().RunAsync(id, Cancel);

        Assert.Contains(rig.Log.Entries, entry => entry.Contains("ItemNotAccessible: A1 could not be returned.", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task FreshOffer_OpenedTwice_CostsNoFurtherCall(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Lamp", gtin: Gtin)], Cancel))[0];
        var asked = 0;
        rig.Walmart.OnGtin = _ =>
        {
            asked++;
            return Task.FromResult(FakePartner.Found());
        };

        await rig.Get<Refresh>().RunAsync(id, Cancel);
        await rig.Get<Refresh>().RunAsync(id, Cancel);

        Assert.Equal((0, 1), (rig.Amazon.Lookups, asked));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartnerDown_OldPrice_IsHiddenAndThePartnerNamed(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Lamp")], Cancel))[0];
        rig.Clock.Advance(TimeSpan.FromHours(30));
        rig.Amazon.OnLookUp = (_, _) => Task.FromResult<PartnerResult<IReadOnlyList<PartnerOffer>>>(new PartnerFailure(PartnerFailureKind.Unavailable, "500", "down", "Wait."));

        Assert.Equal("Amazon", await rig.Get<Refresh>().RunAsync(id, Cancel));
        Assert.True((await rig.Get<Open>().RunAsync(id, Cancel)).Value.Offer.Price.IsTooOld);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownOffer_IsAnError(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);

        Assert.Equal("catalog.offer-not-found", (await rig.Get<Open>().RunAsync(default, Cancel)).Error!.Code);
        Assert.Null(await rig.Get<Refresh>().RunAsync(default, Cancel));
    }
}
