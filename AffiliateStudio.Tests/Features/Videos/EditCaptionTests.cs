using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.EditCaption;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class EditCaptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnVideo_CaptionChanged_IsKeptCleanAndToldOfOnce(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var told = new List<VideoId>();
        using var listening = scene.Events.Subscribe<VideoChanged>(change =>
        {
            told.Add(change.Video);
            return Task.CompletedTask;
        });
        var other = await scene.AddVideoAsync(scene.CreatorId, "Another");

        var result = await Edit(scene).RunAsync(new EditCaption.Command(scene.Creator, scene.Video, "  Größer, 明るい 💡\r\n\r\n\r\n\r\nzweite Zeile "), Cancel);

        Assert.True(result.Succeeded);
        Assert.Equal("Größer, 明るい 💡\n\nzweite Zeile", await CaptionAsync(scene, scene.Video));
        Assert.Equal("Another", await CaptionAsync(scene, other));
        Assert.Equal([scene.Video], told);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LongestCaption_Kept_ComesBackWhole(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var caption = new string('é', VideosOptions.MaxCaptionLength);

        await Edit(scene).RunAsync(new EditCaption.Command(scene.Creator, scene.Video, caption), Cancel);

        Assert.Equal(caption, await CaptionAsync(scene, scene.Video));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Caption_EmptyOrTooLong_IsRefusedAndTheOldOneStays(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        var empty = await Edit(scene).RunAsync(new EditCaption.Command(scene.Creator, scene.Video, " \n "), Cancel);
        var tooLong = await Edit(scene).RunAsync(new EditCaption.Command(scene.Creator, scene.Video, new string('x', VideosOptions.MaxCaptionLength + 1)), Cancel);

        Assert.Equal(("videos.caption-missing", "videos.caption-too-long"), (empty.Error!.Code, tooLong.Error!.Code));
        Assert.Equal("My desk", await CaptionAsync(scene, scene.Video));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_OfSomebodyElseOrDeleted_IsNotFoundAndStays(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        var strangers = await Edit(scene).RunAsync(new EditCaption.Command(scene.Stranger, scene.Video, "Mine now"), Cancel);
        await scene.DeleteVideoAsync(scene.Video);
        var deleted = await Edit(scene).RunAsync(new EditCaption.Command(scene.Creator, scene.Video, "Too late"), Cancel);

        Assert.Equal(("videos.not-found", "videos.not-found"), (strangers.Error!.Code, deleted.Error!.Code));
        Assert.Equal("My desk", await CaptionAsync(scene, scene.Video));
    }

    private static EditCaption Edit(PinScene scene) => new(scene.Database, scene.Events);

    private static async Task<string> CaptionAsync(PinScene scene, VideoId id)
    {
        await using var db = scene.Database.CreateDbContext();
        return await db.Set<Video>().Where(video => video.Id == id).Select(video => video.Caption).SingleAsync(Cancel);
    }
}
