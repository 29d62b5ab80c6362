using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PostPinComment;
using AffiliateStudio.Features.Pins.ReadPinComment;
using AffiliateStudio.Features.Pins.RetryPinComment;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Features.Videos.Platforms;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
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

        // A change of another pin of the video sends nothing again; the creator's "Try again" does.
        await RunAsync(scene, pin);
        Assert.Empty(scene.Platform.Comments);
        await using (var db = scene.Pins.Database.CreateDbContext())
        {
            PinCommentRows.Settle(await db.Set<PlatformComment>().SingleAsync(row => row.PinId == pin.Id, Cancel));
            await db.SaveChangesAsync(Cancel);
        }

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

    [Theory, ClassData(typeof(Engines))]
    public async Task Comment_DeletedAtTikTok_IsNotWrittenAgainUntilTheCreatorAsks(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        await RunAsync(scene, pin);
        using var follow = await FollowAsync(scene);
        var notice = new AffiliateStudio.Features.Videos.PlatformCommentTakenAway(AffiliateStudio.Features.Partners.Model.PartnerKey.TikTok, scene.Platform.Comments[0].Id);
        scene.Platform.Comments.Clear();

        await scene.Pins.Events.PublishAsync(notice, Cancel);
        await scene.Pins.Events.PublishAsync(notice, Cancel);
        var taken = await RowAsync(scene, pin);
        var due = await Rows(scene).DueAsync(Cancel);
        await new RetryPinComment(scene.Pins.Database, follow, scene.Pins.Clock).RunAsync(new RetryPinComment.Command(scene.Pins.Creator, pin.Id), Cancel);
        await follow.StopAsync(Cancel);

        Assert.Equal(("taken away", PlatformStep.Post), (taken.FailureCode, taken.FailedStep));
        Assert.Empty(due);
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Permission_GivenLater_PostsWhatWaitedForIt(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        await using (var db = scene.Pins.Database.CreateDbContext())
        {
            db.RemoveRange(db.Set<PlatformSignIn>().Where(row => row.Program == PlatformProgram.Comments));
            await db.SaveChangesAsync(Cancel);
        }

        using var follow = await FollowAsync(scene);
        await PinAsync(scene);
        var without = scene.Platform.Comments.Count;
        await SettledAsync(scene);
        await scene.SignInAsync(scene.Pins.Creator, PlatformProgram.Comments);
        await follow.StopAsync(Cancel);

        Assert.Equal(0, without);
        Assert.True(Assert.Single(scene.Platform.Comments).IsPinned);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Retry_OfSomebodyElsesPin_FindsNone(DatabaseProvider engine)
    {
        await using var scene = await SceneAsync(engine);
        var pin = await PinAsync(scene);
        using var follow = await FollowAsync(scene);

        var result = await new RetryPinComment(scene.Pins.Database, follow, scene.Pins.Clock).RunAsync(new RetryPinComment.Command(scene.Pins.Stranger, pin.Id), Cancel);

        Assert.Equal("pins.not-found", result.Error!.Code);
        Assert.Null(await new ReadPinComment(scene.Pins.Database).RunAsync(new ReadPinComment.Query(scene.Pins.Stranger, pin.Id), Cancel));
    }

    // The pin's first try has ended without permission.
    private static async Task SettledAsync(PlatformScene scene)
    {
        for (var look = 0; look < 200; look++)
        {
            await using var db = scene.Pins.Database.CreateDbContext();
            if (await db.Set<PlatformComment>().AnyAsync(row => row.FailedStep != null && row.LeaseUntil == null, Cancel))
            {
                return;
            }

            await Task.Delay(20, Cancel);
        }
    }

    private static async Task<FollowPins> FollowAsync(PlatformScene scene)
    {
        var follow = new FollowPins(
            scene.Pins.Database, scene.Pins.Events, Rows(scene), Post(scene), Mock.Of<Microsoft.Extensions.Hosting.IHostApplicationLifetime>(), scene.Pins.Clock, NullLogger<FollowPins>.Instance);
        await follow.StartAsync(Cancel);
        return follow;
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

    private static Task RunAsync(PlatformScene scene, Pin pin) => Post(scene).RunAsync(pin.Id, Cancel);

    private static PostPinComment Post(PlatformScene scene) => new(
        scene.Pins.Database,
        Rows(scene),
        scene.Sessions,
        scene.Platform,
        new OwnAddress(Mock.Of<IServer>(), Options.Create(new StudioOptions { PublicUrl = "https://studio.example" })),
        scene.Pins.Clock,
        scene.Pins.Events);

    private static async Task<PlatformComment> RowAsync(PlatformScene scene, Pin pin)
    {
        await using var db = scene.Pins.Database.CreateDbContext();
        return await db.Set<PlatformComment>().AsNoTracking().SingleAsync(row => row.PinId == pin.Id, Cancel);
    }
}
