using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Pins.PreparePin;
using AffiliateStudio.Features.Pins.RetirePin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PreparePinTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task DialogOpenedFromAVideo_OlderThanTheNewestHundred_OffersThatVideo(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await AddNewerVideosAsync(scene, 100);
        var prepare = Prepare(scene);

        var without = await prepare.RunAsync(new PreparePin.Query(scene.Creator, scene.Offer), Cancel);
        var with = await prepare.RunAsync(new PreparePin.Query(scene.Creator, scene.Offer, scene.Video), Cancel);
        var newest = await prepare.RunAsync(new PreparePin.Query(scene.Creator, scene.Offer, with.Value.Targets[0].Video), Cancel);

        Assert.DoesNotContain(without.Value.Targets, target => target.Video == scene.Video);
        Assert.Equal(scene.Video, with.Value.Targets[^1].Video);
        Assert.Equal((100, 101, 100), (without.Value.Targets.Count, with.Value.Targets.Count, newest.Value.Targets.Count));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoOfSomebodyElse_AskedFor_IsNotOffered(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        var result = await Prepare(scene).RunAsync(new PreparePin.Query(scene.Stranger, scene.Offer, scene.Video), Cancel);

        Assert.Empty(result.Value.Targets);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Videos_OfferedForAPin_AreTheNewestFirstWithTheirPins(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await AddNewerVideosAsync(scene, 2);
        var retired = await scene.AddPinAsync(await scene.AddOfferAsync("B000000002"));
        await new RetirePin(scene.Changes).RunAsync(new RetirePin.Command(scene.Creator, retired.Id, retired.Version), Cancel);
        var paused = await scene.AddPinAsync();
        await new PausePin(scene.Changes).RunAsync(new PausePin.Command(scene.Creator, paused.Id, paused.Version), Cancel);

        var targets = (await Prepare(scene).RunAsync(new PreparePin.Query(scene.Creator, scene.Offer), Cancel)).Value.Targets;
        var ofTheRetired = (await Prepare(scene).RunAsync(new PreparePin.Query(scene.Creator, retired.OfferId), Cancel)).Value.Targets;

        Assert.Equal(["Newer 2", "Newer 1", "My desk"], targets.Select(target => target.Caption));
        Assert.Equal([(0, false), (0, false), (1, true)], targets.Select(target => (target.Pins, target.IsPinned)));
        Assert.All(ofTheRetired, target => Assert.False(target.IsPinned));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task DeletedVideo_EvenAskedFor_IsNotOffered(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await scene.DeleteVideoAsync(scene.Video);

        var result = await Prepare(scene).RunAsync(new PreparePin.Query(scene.Creator, scene.Offer, scene.Video), Cancel);

        Assert.Empty(result.Value.Targets);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownOffer_OrSomebodyWhoIsNoCreator_IsToldSo(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var admin = new Actor(Guid.NewGuid(), Roles.Admin);

        var unknown = await Prepare(scene).RunAsync(new PreparePin.Query(scene.Creator, scene.Ids.New<OfferId>()), Cancel);
        var refused = await Prepare(scene).RunAsync(new PreparePin.Query(admin, scene.Offer), Cancel);

        Assert.Equal(("pins.offer-not-found", "pins.not-a-creator"), (unknown.Error!.Code, refused.Error!.Code));
    }

    private static PreparePin Prepare(PinScene scene) => new(scene.Database, scene.Offers, scene.Partners, scene.Links, Options.Create(new PinsOptions()));

    private static async Task AddNewerVideosAsync(PinScene scene, int count)
    {
        await using var db = scene.Database.CreateDbContext();
        for (var i = 1; i <= count; i++)
        {
            db.Add(new Video
            {
                Id = scene.Ids.New<VideoId>(),
                CreatorId = scene.CreatorId,
                Caption = $"Newer {i}",
                MediaType = "video/mp4",
                FileName = "none.mp4",
                CreatedAt = scene.Clock.GetUtcNow().UtcDateTime.AddMinutes(i),
            });
        }

        await db.SaveChangesAsync(Cancel);
    }
}
