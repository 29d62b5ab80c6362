using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.PreparePin;
using AffiliateStudio.Features.Videos.Model;
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

    private static PreparePin Prepare(PinScene scene)
    {
        var summaries = new OfferSummaries(scene.Partners, new RateCards(scene.Database), Options.Create(new CommissionOptions()), scene.Clock);
        var offers = new OfferStore(scene.Database, summaries, scene.Partners, scene.Ids, scene.Clock);
        return new PreparePin(scene.Database, offers, scene.Partners, scene.Links, Options.Create(new PinsOptions()));
    }

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
