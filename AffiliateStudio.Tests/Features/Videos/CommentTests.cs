using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.AddComment;
using AffiliateStudio.Features.Videos.DeleteComment;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class CommentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SignedInPerson_Comments_IsKeptCleanAndToldOf(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var told = Listen(scene, out var listening);
        using var _ = listening;

        var added = await AddAsync(scene, scene.Stranger, "  Schön! 💡\u202E ");

        var comment = Assert.Single(await StandingAsync(scene));
        Assert.Equal(added.Value, comment.Id);
        Assert.Equal("Schön! 💡", comment.Body);
        Assert.Equal((scene.Stranger.UserId, scene.Video), (comment.UserId, comment.VideoId));
        Assert.Equal([scene.Video], told);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Comment_ThatCannotBe_IsRefusedAndNothingIsKept(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        Assert.Equal("videos.sign-in-to-comment", (await AddAsync(scene, Actor.Anonymous, "Hello")).Error!.Code);
        Assert.Equal("videos.comment-missing", (await AddAsync(scene, scene.Stranger, " \n\t ")).Error!.Code);
        Assert.Equal("videos.comment-missing", (await AddAsync(scene, scene.Stranger, null)).Error!.Code);
        Assert.Equal("videos.comment-too-long", (await AddAsync(scene, scene.Stranger, new string('x', 501))).Error!.Code);
        await scene.DeleteVideoAsync(scene.Video);
        Assert.Equal("videos.not-found", (await AddAsync(scene, scene.Stranger, "Hello")).Error!.Code);

        Assert.Empty(await StandingAsync(scene));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SixthComment_WithinAMinute_WaitsForTheMinuteToPass(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await AddAsync(scene, scene.Stranger, $"Comment {i}")).Succeeded);
            scene.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var sixth = await AddAsync(scene, scene.Stranger, "One too many");
        var somebodyElses = await AddAsync(scene, scene.Creator, "Thank you");
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        var later = await AddAsync(scene, scene.Stranger, "Now then");

        Assert.Equal("videos.comment-too-often", sixth.Error!.Code);
        Assert.True(somebodyElses.Succeeded);
        Assert.True(later.Succeeded);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, true)]
    [InlineData(DatabaseProvider.Sqlite, false)]
    [InlineData(DatabaseProvider.Postgres, true)]
    [InlineData(DatabaseProvider.Postgres, false)]
    public async Task Comment_TakenAwayByItsWriterOrTheVideosCreator_IsGoneOnce(DatabaseProvider engine, bool byItsWriter)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var actor = byItsWriter ? scene.Stranger : scene.Creator;
        var comment = (await AddAsync(scene, scene.Stranger, "Hello")).Value;
        var other = (await AddAsync(scene, scene.Stranger, "Still here")).Value;
        var told = Listen(scene, out var listening);
        using var _ = listening;

        var first = await DeleteAsync(scene, actor, comment);
        var second = await DeleteAsync(scene, actor, comment);

        Assert.True(first.Succeeded);
        Assert.Equal("videos.comment-not-found", second.Error!.Code);
        Assert.Equal(other, Assert.Single(await StandingAsync(scene)).Id);
        Assert.Equal([scene.Video], told);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Comment_OfSomebodyElseUnderSomebodyElsesVideo_IsNotFoundAndStays(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var (third, _) = await scene.AddCreatorAsync("cleo");
        var comment = (await AddAsync(scene, scene.Stranger, "Hello")).Value;

        Assert.Equal("videos.comment-not-found", (await DeleteAsync(scene, third, comment)).Error!.Code);
        Assert.Equal("videos.comment-not-found", (await DeleteAsync(scene, Actor.Anonymous, comment)).Error!.Code);
        Assert.Single(await StandingAsync(scene));
    }

    private static Task<Result<CommentId>> AddAsync(PinScene scene, Actor actor, string? body) =>
        new AddComment(scene.Database, scene.Ids, scene.Clock, scene.Events, Options.Create(new VideosOptions()))
            .RunAsync(new AddComment.Command(actor, scene.Video, body), Cancel);

    private static Task<Result> DeleteAsync(PinScene scene, Actor actor, CommentId comment) =>
        new DeleteComment(scene.Database, scene.Clock, scene.Events).RunAsync(new DeleteComment.Command(actor, comment), Cancel);

    private static List<VideoId> Listen(PinScene scene, out IDisposable listening)
    {
        var told = new List<VideoId>();
        listening = scene.Events.Subscribe<CommentsChanged>(change =>
        {
            told.Add(change.Video);
            return Task.CompletedTask;
        });
        return told;
    }

    private static async Task<List<Comment>> StandingAsync(PinScene scene)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.Set<Comment>().AsNoTracking().Where(comment => comment.DeletedAt == null).ToListAsync(Cancel);
    }
}
