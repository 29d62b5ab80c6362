using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.RetirePin;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.ListVideos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class ListVideosTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Videos_OfSeveralPages_AreNewestFirstAndNoneComesTwice(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var made = new List<(int Second, VideoId Id)> { (0, scene.Video) };
        for (var i = 1; i <= 6; i++)
        {
            // Two at the same instant each time: their ids decide.
            scene.Clock.Advance(i % 2 == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            made.Add((i / 2, await scene.AddVideoAsync(scene.CreatorId, $"Video {i}")));
        }

        var list = new ListVideos(scene.Database, scene.Numbers());
        var pages = new[]
        {
            await list.RunAsync(new ListVideos.Query(scene.Creator, 1, 3), Cancel),
            await list.RunAsync(new ListVideos.Query(scene.Creator, 2, 3), Cancel),
            await list.RunAsync(new ListVideos.Query(scene.Creator, 3, 3), Cancel),
            await list.RunAsync(new ListVideos.Query(scene.Creator, 4, 3), Cancel),
        };

        Assert.Equal([3, 3, 1, 0], pages.Select(page => page.Rows.Count));
        Assert.All(pages, page => Assert.Equal(7, page.Total));
        Assert.Equal(made.OrderByDescending(video => video.Second).ThenByDescending(video => video.Id.Value).Select(video => video.Id), pages.SelectMany(page => page.Rows).Select(video => video.Id));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Numbers_OfAVideo_CountStandingPinsAndTheClicksOfAll(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var standing = await scene.AddPinAsync();
        var retired = await scene.AddPinAsync(await scene.AddOfferAsync("B000000041"));
        await new RetirePin(scene.Changes).RunAsync(new RetirePin.Command(scene.Creator, retired.Id, retired.Version), Cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.AddVideoAsync(scene.CreatorId, "Nothing pinned");

        var page = await new ListVideos(scene.Database, scene.Numbers((standing.Id, 5), (retired.Id, 2))).RunAsync(new ListVideos.Query(scene.Creator), Cancel);

        Assert.Equal([VideoNumbers.None, new VideoNumbers(1, 7)], page.Rows.Select(video => video.Numbers));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Videos_OfSomebodyElseOrDeleted_AreNotListed(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        await scene.DeleteVideoAsync(await scene.AddVideoAsync(scene.CreatorId, "Gone"));
        var list = new ListVideos(scene.Database, scene.Numbers());

        var own = await list.RunAsync(new ListVideos.Query(scene.Creator), Cancel);
        var strangers = await list.RunAsync(new ListVideos.Query(scene.Stranger), Cancel);
        var visitors = await list.RunAsync(new ListVideos.Query(Actor.Anonymous), Cancel);

        Assert.Equal((scene.Video, 1), (Assert.Single(own.Rows).Id, own.Total));
        Assert.Equal((0, 0), (strangers.Rows.Count, strangers.Total));
        Assert.Equal((0, 0), (visitors.Rows.Count, visitors.Total));
    }
}
