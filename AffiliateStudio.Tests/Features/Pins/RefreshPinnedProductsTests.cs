using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Catalog;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RefreshJob = AffiliateStudio.Features.Pins.RefreshPinnedProducts.RefreshPinnedProducts;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class RefreshPinnedProductsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task PinnedOffer_HalfADayOld_IsAskedForAgain_AndNothingElseIs(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var pinned = await KnownAsync(rig, "A-PINNED");
        await KnownAsync(rig, "A-SEARCHED");
        await PinAsync(rig, pinned, PinState.Live);
        await PinAsync(rig, await KnownAsync(rig, "A-RETIRED"), PinState.Retired);
        rig.Clock.Advance(RefreshJob.OldEnough + TimeSpan.FromMinutes(1));
        await PinAsync(rig, await KnownAsync(rig, "A-FRESH"), PinState.Live);
        IReadOnlyList<string>? asked = null;
        rig.Amazon.OnLookUp = (ids, _) =>
        {
            asked = ids;
            return Task.FromResult<PartnerResult<IReadOnlyList<PartnerOffer>>>(ids.Select(id => rig.Amazon.Offer(id, "Lamp", 1999)).ToList());
        };

        await RunAsync(rig);

        Assert.Equal(["A-PINNED"], asked);
        var offer = (await rig.Offers.FindOfferAsync(pinned, Cancel))!;
        Assert.Equal((rig.Clock.UtcNow(), 1999), (offer.FetchedAt, offer.Price!.Value.MinorUnits));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task PartnerThatFails_IsLeftAloneUntilTheNextTime(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        foreach (var number in Enumerable.Range(0, 25))
        {
            await PinAsync(rig, await KnownAsync(rig, $"A-{number}"), PinState.Live);
        }

        rig.Clock.Advance(TimeSpan.FromDays(1));
        rig.Amazon.OnLookUp = (_, _) => Task.FromResult<PartnerResult<IReadOnlyList<PartnerOffer>>>(new PartnerFailure(PartnerFailureKind.Unavailable, "500", "down", "Wait."));

        await RunAsync(rig);

        Assert.Equal(1, rig.Amazon.Lookups);
    }

    private static Task RunAsync(CatalogRig rig) =>
        new RefreshJob(rig.Databases, rig.Get<AffiliateStudio.Features.Catalog.OfferUpdates>(), rig.Clock).RunAsync(new JobProgress((_, _) => { }), Cancel);

    private static async Task<OfferId> KnownAsync(CatalogRig rig, string id) => (await rig.Offers.UpsertAsync([rig.Amazon.Offer(id, "Lamp")], Cancel))[0];

    private static async Task PinAsync(CatalogRig rig, OfferId offer, PinState state)
    {
        await using var db = await rig.Databases.CreateDbContextAsync(Cancel);
        var ids = rig.Get<IdGenerator>();
        var name = Guid.NewGuid().ToString("N")[..20];
        var user = new StudioUser { Id = Guid.NewGuid(), UserName = name, NormalizedUserName = name, DisplayName = name, CreatedAt = rig.Clock.UtcNow() };
        var creator = new Creator { Id = ids.New<CreatorId>(), UserId = user.Id, Handle = name, DisplayName = name, CreatedAt = rig.Clock.UtcNow() };
        var video = new Video { Id = ids.New<VideoId>(), CreatorId = creator.Id, Caption = "My desk", MediaType = "video/mp4", FileName = "none.mp4", CreatedAt = rig.Clock.UtcNow() };
        db.AddRange(user, creator, video, new Pin
        {
            Id = ids.New<PinId>(),
            CreatorId = creator.Id,
            VideoId = video.Id,
            OfferId = offer,
            Partner = rig.Amazon.Partner,
            LinkCode = LinkCode.Random(),
            Text = "This one.",
            Disclosure = "Ad",
            State = state,
            TargetUrl = "https://amazon.test/p/1",
            SubIdParameter = "ascsubtag",
            PublishedAt = rig.Clock.UtcNow(),
            UpdatedAt = rig.Clock.UtcNow(),
        });
        await db.SaveChangesAsync(Cancel);
    }
}
