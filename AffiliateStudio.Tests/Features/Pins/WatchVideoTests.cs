using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Pins.ReorderPins;
using AffiliateStudio.Features.Pins.WatchVideo;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.AddComment;
using AffiliateStudio.Features.Videos.DeleteComment;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class WatchVideoTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoWithPins_Watched_ShowsTheLiveOnesInTheirOrder(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        using var cache = Cache(scene);
        var first = await scene.AddPinAsync();
        var second = await scene.AddPinAsync(await scene.AddOfferAsync("B000000031"));
        var paused = await scene.AddPinAsync(await scene.AddOfferAsync("B000000032"));
        await new PausePin(scene.Changes).RunAsync(new PausePin.Command(scene.Creator, paused.Id, paused.Version), Cancel);
        var moved = await new ReorderPins(scene.Database, scene.Clock, scene.Events).RunAsync(
            new ReorderPins.Command(scene.Creator, scene.Video, [new(second.Id, second.Version), new(paused.Id, paused.Version + 1), new(first.Id, first.Version)]), Cancel);

        var watched = (await Watch(scene, cache).RunAsync(new WatchVideo.Query(scene.Video), Cancel))!;

        Assert.Null(moved.Error);
        Assert.Equal([second.Id, first.Id], watched.Products.Select(product => product.Pin));
        Assert.Equal(("ada", "My desk"), (watched.Handle, watched.Caption));
        Assert.Empty(watched.Comments.Rows);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Comments_OfSeveralPages_AreNewestFirstAndNoneComesTwice(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        using var cache = Cache(scene);
        var comments = await AddCommentsAsync(scene, 45);
        var watch = Watch(scene, cache);

        var pages = new List<WatchedVideo>();
        foreach (var page in new[] { 1, 2, 3, 4 })
        {
            pages.Add((await watch.RunAsync(new WatchVideo.Query(scene.Video, page), Cancel))!);
        }

        Assert.Equal([20, 20, 5, 0], pages.Select(page => page.Comments.Rows.Count));
        Assert.All(pages, page => Assert.Equal(45, page.Comments.Total));
        Assert.Equal(
            comments.OrderByDescending(comment => comment.CreatedAt).ThenByDescending(comment => comment.Id.Value).Select(comment => (comment.Body, "bob")),
            pages.SelectMany(page => page.Comments.Rows).Select(comment => (comment.Body, comment.Name)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task KeptVideo_CommentWrittenAndTakenAway_ShowsItAtOnce(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        using var cache = Cache(scene);
        var watch = Watch(scene, cache);
        Assert.Empty((await watch.RunAsync(new WatchVideo.Query(scene.Video), Cancel))!.Comments.Rows);

        var added = await new AddComment(scene.Database, scene.Ids, scene.Clock, scene.Events, Options.Create(new VideosOptions())).RunAsync(
            new AddComment.Command(scene.Stranger, scene.Video, "First!"), Cancel);
        var withIt = (await watch.RunAsync(new WatchVideo.Query(scene.Video), Cancel))!;
        await new DeleteComment(scene.Database, scene.Clock, scene.Events).RunAsync(new DeleteComment.Command(scene.Creator, added.Value), Cancel);
        var without = (await watch.RunAsync(new WatchVideo.Query(scene.Video), Cancel))!;

        Assert.Equal("First!", Assert.Single(withIt.Comments.Rows).Body);
        Assert.Empty(without.Comments.Rows);
        Assert.True(without.Stamp > withIt.Stamp);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_DeletedOrUnknown_IsNotFound(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        using var cache = Cache(scene);
        await scene.DeleteVideoAsync(scene.Video);

        Assert.Null(await Watch(scene, cache).RunAsync(new WatchVideo.Query(scene.Video), Cancel));
        Assert.Null(await Watch(scene, cache).RunAsync(new WatchVideo.Query(scene.Video, 2), Cancel));
        Assert.Null(await Watch(scene, cache).RunAsync(new WatchVideo.Query(scene.Ids.New<VideoId>()), Cancel));
    }

    private static WatchCache Cache(PinScene scene) => new(scene.Events, Mock.Of<IOutputCacheStore>(), scene.Clock);

    private static WatchVideo Watch(PinScene scene, WatchCache cache) => new(scene.Database, new PinnedProducts(scene.Partners, Merchants.None, scene.Clock), cache);

    // Three at the same instant each time: their ids decide.
    private static async Task<List<Comment>> AddCommentsAsync(PinScene scene, int count)
    {
        await using var db = scene.Database.CreateDbContext();
        var comments = new List<Comment>();
        for (var i = 1; i <= count; i++)
        {
            scene.Clock.Advance(i % 3 == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            comments.Add(new Comment
            {
                Id = scene.Ids.New<CommentId>(), VideoId = scene.Video, UserId = scene.Stranger.UserId, Body = $"Comment {i}", CreatedAt = scene.Clock.UtcNow(),
            });
        }

        db.AddRange(comments);
        await db.SaveChangesAsync(Cancel);
        return comments;
    }
}
