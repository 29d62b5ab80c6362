using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.EditPin;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.DeleteVideo;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class DeleteVideoRaceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoDeleted_WhilePinsArePublishedAndEdited_LeavesNoLivePin(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var delete = new DeleteVideo(
            scene.Database,
            [new VideoPins(scene.Database, [], scene.Events)],
            new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions())),
            scene.Clock,
            scene.Events,
            NullLogger<DeleteVideo>.Instance);
        var pin = await scene.AddPinAsync();
        var offers = new[] { await scene.AddOfferAsync("B000000002"), await scene.AddOfferAsync("B000000003"), await scene.AddOfferAsync("B000000004") };
        var publish = scene.Publish;
        var edit = new EditPin(scene.Changes);

        var published = offers.Select(offer => Task.Run(() => publish.RunAsync(new PublishPin.Command(scene.Creator, scene.Video, offer, "Words"), Cancel), Cancel)).ToList();
        var edited = Task.Run(() => edit.RunAsync(new EditPin.Command(scene.Creator, pin.Id, pin.Version, "Other words"), Cancel), Cancel);
        var deleted = await Task.Run(() => delete.RunAsync(new DeleteVideo.Command(scene.Creator, scene.Video), Cancel), Cancel);
        await Task.WhenAll(published);
        await edited;

        Assert.Null(deleted.Error);
        await using var db = scene.Database.CreateDbContext();
        Assert.Empty(await db.Set<Pin>().Where(row => row.VideoId == scene.Video && row.State != PinState.Retired).ToListAsync(Cancel));
        folder.Delete(recursive: true);
    }
}
