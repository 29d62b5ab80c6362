using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.DeleteVideo;
using AffiliateStudio.Features.Videos.EditCaption;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

public sealed class ImportVideosTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Import_OfThreePages_BringsEachVideoOnceHoweverOftenItRuns(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        scene.Platform.PageSize = 2;
        await scene.ConnectAsync("v1", "v2", "v3", "v4", "v5");

        var again = await scene.ImportAsync();

        Assert.Equal((5, 0), (again.Value.Read, again.Value.Added));
        var rows = await scene.VideoRowsAsync();
        Assert.Equal(["v1", "v2", "v3", "v4", "v5"], rows.Select(row => row.PlatformVideoId));
        Assert.All(rows, row => Assert.Equal((string.Empty, "o-1", true, 10L), (row.FileName, row.PlatformOwner, row.HasPoster, row.ViewCount)));
        Assert.NotNull((await scene.AccountAsync()).LastImportAt);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Import_ThatIsToldTheSamePageForEver_Ends(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        scene.Platform.CursorStands = true;

        await scene.ConnectAsync("v1");

        Assert.Single(await scene.VideoRowsAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Import_Failed_SaysWhatAndWhatToDoAndKeepsWhatCame(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        scene.Platform.PageSize = 1;
        await scene.ConnectAsync("v1");
        scene.Platform.Videos.Add(FakePlatform.Video("v2", scene.Pins.Clock.GetUtcNow().UtcDateTime, 9));
        scene.Platform.Failures.Enqueue(FakePlatform.Throttled);

        var failed = await scene.ImportAsync();

        Assert.Contains("Too many requests.", failed.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("(40100)", (await scene.AccountAsync()).LastError, StringComparison.Ordinal);
        Assert.Null((await scene.ImportAsync()).Error);
        Assert.Null((await scene.AccountAsync()).LastError);
        Assert.Equal(2, (await scene.VideoRowsAsync()).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_DeletedThere_IsGoneHereAndComesBackWithIt(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync("v1", "v2");
        var deleted = scene.Platform.Videos[0];
        scene.Platform.Videos.RemoveAt(0);

        await RefreshAsync(scene);
        var gone = (await scene.VideoRowsAsync()).Single(row => row.PlatformVideoId == "v1").GoneAt;
        scene.Platform.Videos.Add(deleted);
        await RefreshAsync(scene);

        Assert.Equal(scene.Pins.Clock.GetUtcNow().UtcDateTime, gone);
        Assert.All(await scene.VideoRowsAsync(), row => Assert.Null(row.GoneAt));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refresh_Failed_CallsNothingGone(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync("v1");
        scene.Platform.Failures.Enqueue(FakePlatform.Lost);

        await RefreshAsync(scene);

        Assert.Null((await scene.VideoRowsAsync())[0].GoneAt);
        Assert.NotNull((await scene.AccountAsync()).LastError);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refresh_OfManyVideos_AsksForTwentyAtATimeAndBringsNews(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync([.. Enumerable.Range(1, 45).Select(number => "v" + number)]);
        scene.Platform.Videos[0] = scene.Platform.Videos[0] with { Caption = "A new caption", Views = 99, CoverUrl = "https://cdn.example/new.jpg" };

        await RefreshAsync(scene);

        Assert.Equal(["query 20", "query 20", "query 5"], scene.Platform.Calls);
        var row = (await scene.VideoRowsAsync()).Single(video => video.PlatformVideoId == "v1");
        Assert.Equal(("A new caption", 99L, "https://cdn.example/new.jpg"), (row.Caption, row.ViewCount, row.CoverUrl));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_DeletedHere_StaysDeletedWhenItIsListedAgain(DatabaseProvider engine)
    {
        await using var scene = await PlatformScene.CreateAsync(engine);
        await scene.ConnectAsync("v1");
        var folder = Directory.CreateTempSubdirectory("studio-test-");
        var delete = new DeleteVideo(
            scene.Pins.Database, [], new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions())), scene.Pins.Clock, scene.Pins.Events, NullLogger<DeleteVideo>.Instance);

        Assert.Null((await delete.RunAsync(new DeleteVideo.Command(scene.Pins.Creator, await scene.VideoAsync("v1")), Cancel)).Error);
        await scene.ImportAsync();

        Assert.NotNull(Assert.Single(await scene.VideoRowsAsync()).DeletedAt);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Caption_OfATikTokVideo_IsChangedThere()
    {
        await using var scene = await PlatformScene.CreateAsync(DatabaseProvider.Sqlite);
        await scene.ConnectAsync("v1");

        var result = await new EditCaption(scene.Pins.Database, scene.Pins.Events).RunAsync(new EditCaption.Command(scene.Pins.Creator, await scene.VideoAsync("v1"), "Mine"), Cancel);

        Assert.Equal("videos.caption-elsewhere", result.Error!.Code);
    }

    [Fact]
    public async Task Video_WithoutACaption_IsNamedByItsDay()
    {
        await using var scene = await PlatformScene.CreateAsync(DatabaseProvider.Sqlite);
        scene.Platform.Videos.Add(FakePlatform.Video("v1", scene.Pins.Clock.GetUtcNow().UtcDateTime, 1, " "));
        await scene.ConnectAsync();
        await scene.ImportAsync();

        Assert.Equal("TikTok video of 15 January 2026", Assert.Single(await scene.VideoRowsAsync()).Caption);
    }

    private static Task RefreshAsync(PlatformScene scene) => scene.Refresh.RunAsync(new AffiliateStudio.Platform.Jobs.JobProgress((_, _) => { }), Cancel);
}
