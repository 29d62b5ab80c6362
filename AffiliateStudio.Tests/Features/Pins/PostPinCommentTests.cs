using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PostPinComment;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Features.Videos.Platforms;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PostPinCommentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Pin_OnATikTokVideo_IsPostedAndPinnedOnce(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);

        await RunAsync(scene, pin);
        await RunAsync(scene, pin);

        var comment = Assert.Single(scene.Platform.Comments);
        Assert.StartsWith("Ad · As an Amazon Associate", comment.Text, StringComparison.Ordinal);
        Assert.Contains($"https://studio.example/go/{pin.LinkCode.Value}", comment.Text, StringComparison.Ordinal);
        Assert.True(comment.IsPinned);
        Assert.Equal(["create", "pin"], scene.Platform.Calls);
        var row = await RowAsync(scene, pin);
        Assert.NotNull(row.PostedAt);
        Assert.NotNull(row.PinnedAt);
        Assert.Null(row.LeaseUntil);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Pin_OnAVideoOfOurOwn_HasNoComment(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await scene.Pins.AddPinAsync();

        await RunAsync(scene, pin);

        Assert.Empty(scene.Platform.Calls);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Answer_LostAfterTheCommentWasWritten_IsFoundAndNotWrittenAgain(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        scene.Platform.LosesTheAnswer = true;

        await RunAsync(scene, pin);
        var lost = await RowAsync(scene, pin);
        scene.Pins.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([pin.Id], await Rows(scene).DueAsync(Cancel));
        await RunAsync(scene, pin);

        Assert.Equal((true, PlatformStep.Post), (lost.MayBePosted, lost.FailedStep));
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
        Assert.Equal(["create", "comments", "pin"], scene.Platform.Calls);
        Assert.Null((await RowAsync(scene, pin)).FailedStep);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Comment_Refused_KeepsThePinAndSaysWhy(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        scene.Platform.Failures.Enqueue(FakePlatform.Refusal);

        await RunAsync(scene, pin);
        var refused = await RowAsync(scene, pin);

        Assert.Equal((PlatformStep.Post, "40002", "text: not allowed.", "Change the words."), (refused.FailedStep, refused.FailureCode, refused.FailureMessage, refused.FailureRemedy));
        Assert.Null(refused.NextAttemptAt);
        Assert.Empty(await Rows(scene).DueAsync(Cancel));
        Assert.Equal(PinState.Live, (await scene.Pins.PinAsync(pin.Id)).State);

        await RunAsync(scene, pin);
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Pinning_Refused_IsTriedAgainWithoutPostingAgain(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        scene.Platform.PinFailures.Enqueue(FakePlatform.Refusal);

        await RunAsync(scene, pin);
        var half = await RowAsync(scene, pin);
        await RunAsync(scene, pin);

        Assert.Equal(PlatformStep.Pin, half.FailedStep);
        Assert.NotNull(half.PostedAt);
        Assert.Null(half.PinnedAt);
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Comment_Throttled_WaitsAsOftenAsItTakes(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        for (var turn = 0; turn < 20; turn++)
        {
            scene.Platform.Failures.Enqueue(FakePlatform.Throttled);
            await RunAsync(scene, pin);
            Assert.NotNull((await RowAsync(scene, pin)).NextAttemptAt);
            scene.Pins.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal([pin.Id], await Rows(scene).DueAsync(Cancel));
        await RunAsync(scene, pin);
        Assert.Single(scene.Platform.Comments);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Pin_PausedThenResumed_TakesTheCommentAwayAndWritesItInOtherWords(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        await RunAsync(scene, pin);
        var first = scene.Platform.Comments[0].Text;

        await scene.Pins.Changes.MoveAsync(scene.Pins.Creator, pin.Id, pin.Version, PinState.Paused, Cancel);
        Assert.Equal([pin.Id], await Rows(scene).DueAsync(Cancel));
        await RunAsync(scene, pin);
        var whilePaused = scene.Platform.Comments.Count;
        await scene.Pins.Changes.MoveAsync(scene.Pins.Creator, pin.Id, pin.Version + 1, PinState.Live, Cancel);
        await RunAsync(scene, pin);

        Assert.Equal(0, whilePaused);
        var second = Assert.Single(scene.Platform.Comments);
        Assert.NotEqual(first, second.Text);
        Assert.Contains(pin.LinkCode.Value, second.Text, StringComparison.Ordinal);
        Assert.False(second.IsHidden);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SecondPin_OnTheSameVideo_WaitsForItsTurnAndIsPinnedWhenTheFirstIsGone(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var first = await PinAsync(scene);
        var second = await PinAsync(scene, await scene.Pins.AddOfferAsync("B000000002"));
        await RunAsync(scene, first);

        await RunAsync(scene, second);
        var waiting = await RowAsync(scene, second);
        scene.Pins.Clock.Advance(PostPinComment.Pace);
        await RunAsync(scene, second);
        var posted = await RowAsync(scene, second);
        await scene.Pins.Changes.MoveAsync(scene.Pins.Creator, first.Id, first.Version, PinState.Retired, Cancel);
        await RunAsync(scene, first);
        await RunAsync(scene, second);

        Assert.Null(waiting.PostedAt);
        Assert.Null(waiting.FailedStep);
        Assert.NotNull(waiting.NextAttemptAt);
        Assert.NotNull(posted.PostedAt);
        Assert.Null(posted.PinnedAt);
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Program_ThatIsNotThere_PostsNothingAndSaysWhy(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        await using (var db = scene.Pins.Database.CreateDbContext())
        {
            db.RemoveRange(db.Set<PlatformSignIn>().Where(row => row.Program == PlatformProgram.Comments));
            await db.SaveChangesAsync(Cancel);
        }

        var pin = await PinAsync(scene);
        await RunAsync(scene, pin);

        var row = await RowAsync(scene, pin);
        Assert.Equal(("comments not allowed", null), (row.FailureCode, row.NextAttemptAt));
        Assert.True(AffiliateStudio.Features.Pins.PinComment.Of(row).IsOff);
        Assert.Empty(scene.Platform.Calls);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_GoneAtTikTok_TakesItsCommentsWithItWithoutACall(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        await RunAsync(scene, pin);
        scene.Platform.Calls.Clear();
        await scene.Videos.MarkGoneAsync(await scene.AccountAsync(), ["v1"], Cancel);

        Assert.Equal([pin.Id], await Rows(scene).DueAsync(Cancel));
        await RunAsync(scene, pin);

        Assert.Null((await RowAsync(scene, pin)).CommentId);
        Assert.Empty(scene.Platform.Calls);
        Assert.Empty(await Rows(scene).DueAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoAtOnce_ForTheSamePin_WriteOneComment(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(scene, pin)));

        Assert.Single(scene.Platform.Comments);
    }

    private static async Task<PlatformScene> SceneAsync(DatabaseProvider engine)
    {
        var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync("v1");
        return scene;
    }

    private static async Task<Pin> PinAsync(PlatformScene scene, AffiliateStudio.Features.Catalog.Model.OfferId? offer = null) =>
        await scene.Pins.AddPinAsync(offer, await scene.VideoAsync("v1"));

    private static PinCommentRows Rows(PlatformScene scene) => new(scene.Pins.Database, scene.Pins.Clock);

    private static Task RunAsync(PlatformScene scene, Pin pin) => new PostPinComment(
        scene.Pins.Database,
        Rows(scene),
        scene.Sessions,
        scene.Platform,
        new OwnAddress(Mock.Of<IServer>(), Options.Create(new StudioOptions { PublicUrl = "https://studio.example" })),
        scene.Pins.Clock,
        scene.Pins.Events).RunAsync(pin.Id, Cancel);

    private static async Task<PlatformComment> RowAsync(PlatformScene scene, Pin pin)
    {
        await using var db = scene.Pins.Database.CreateDbContext();
        return await db.Set<PlatformComment>().AsNoTracking().SingleAsync(row => row.PinId == pin.Id, Cancel);
    }
}
