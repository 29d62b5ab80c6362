using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.EditPin;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Pins.ReorderPins;
using AffiliateStudio.Features.Pins.ResumePin;
using AffiliateStudio.Features.Pins.RetirePin;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.DeleteVideo;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PinChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task OwnPin_Edited_KeepsDisclosureAndCountsUp(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();

        var result = await new EditPin(scene.Changes).RunAsync(new EditPin.Command(scene.Creator, pin.Id, pin.Version, "New words"), Cancel);

        Assert.True(result.Succeeded);
        var after = await scene.PinAsync(pin.Id);
        Assert.Equal("New words", after.Text);
        Assert.Equal(pin.Disclosure, after.Disclosure);
        Assert.Equal(pin.Version + 1, after.Version);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnotherCreator_AnyCommand_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var who = scene.Stranger;

        Assert.Equal("pins.not-found", (await new EditPin(scene.Changes).RunAsync(new EditPin.Command(who, pin.Id, pin.Version, "Hi"), Cancel)).Error?.Code);
        Assert.Equal("pins.not-found", (await new PausePin(scene.Changes).RunAsync(new PausePin.Command(who, pin.Id, pin.Version), Cancel)).Error?.Code);
        Assert.Equal("pins.not-found", (await new ResumePin(scene.Changes).RunAsync(new ResumePin.Command(who, pin.Id, pin.Version), Cancel)).Error?.Code);
        Assert.Equal("pins.not-found", (await new RetirePin(scene.Changes).RunAsync(new RetirePin.Command(who, pin.Id, pin.Version), Cancel)).Error?.Code);
        var order = new ReorderPins.Command(who, scene.Video, [new ReorderPins.Place(pin.Id, pin.Version)]);
        Assert.Equal("pins.not-found", (await new ReorderPins(scene.Database, scene.Clock, scene.Events).RunAsync(order, Cancel)).Error?.Code);
        Assert.Equal(pin.Version, (await scene.PinAsync(pin.Id)).Version);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoPeople_ChangeOnePin_TheSecondIsToldWhatChanged(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        await new PausePin(scene.Changes).RunAsync(new PausePin.Command(scene.Creator, pin.Id, pin.Version), Cancel);

        var second = await new EditPin(scene.Changes).RunAsync(new EditPin.Command(scene.Creator, pin.Id, pin.Version, "Late words"), Cancel);

        Assert.Equal("pins.changed", second.Error?.Code);
        Assert.Contains("it is paused now", second.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(pin.Text, (await scene.PinAsync(pin.Id)).Text);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ManyAtOnce_ChangeOnePin_ExactlyOneIsDone(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var edit = new EditPin(scene.Changes);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => edit.RunAsync(new EditPin.Command(scene.Creator, pin.Id, pin.Version, $"Words {i}"), Cancel), Cancel)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("pins.changed", result.Error!.Code));
        Assert.Equal(pin.Version + 1, (await scene.PinAsync(pin.Id)).Version);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task RetiredPin_Resumed_StaysRetired(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        await new RetirePin(scene.Changes).RunAsync(new RetirePin.Command(scene.Creator, pin.Id, pin.Version), Cancel);

        var result = await new ResumePin(scene.Changes).RunAsync(new ResumePin.Command(scene.Creator, pin.Id, pin.Version + 1), Cancel);

        Assert.Equal("pins.changed", result.Error?.Code);
        Assert.Equal(PinState.Retired, (await scene.PinAsync(pin.Id)).State);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PinsOfAVideo_Reordered_StandInTheNewOrder(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var first = await scene.AddPinAsync();
        var second = await scene.AddPinAsync(await scene.AddOfferAsync("B000000002"));
        var reorder = new ReorderPins(scene.Database, scene.Clock, scene.Events);

        var result = await reorder.RunAsync(new ReorderPins.Command(scene.Creator, scene.Video, [Place(second), Place(first)]), Cancel);

        Assert.True(result.Succeeded);
        Assert.Equal(0, (await scene.PinAsync(second.Id)).Position);
        Assert.Equal(1, (await scene.PinAsync(first.Id)).Position);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PinAddedMeanwhile_Reordered_IsRefused(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var first = await scene.AddPinAsync();
        await scene.AddPinAsync(await scene.AddOfferAsync("B000000002"));
        var reorder = new ReorderPins(scene.Database, scene.Clock, scene.Events);

        Assert.Equal("pins.order-changed", (await reorder.RunAsync(new ReorderPins.Command(scene.Creator, scene.Video, [Place(first)]), Cancel)).Error?.Code);
        Assert.Equal(
            "pins.order-changed", (await reorder.RunAsync(new ReorderPins.Command(scene.Creator, scene.Video, [Place(first), Place(first)]), Cancel)).Error?.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoDeleted_ItsPins_RetireInTheSameUnit(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var told = new List<PinChanged>();
        using var _ = scene.Events.Subscribe<PinChanged>(change =>
        {
            told.Add(change);
            return Task.CompletedTask;
        });
        var folder = Directory.CreateTempSubdirectory("studio-videos-");
        var pins = new VideoPins(scene.Database, [], scene.Events);
        var delete = new DeleteVideo(
            scene.Database,
            [pins],
            new VideoFiles(new DataDirectory(folder.FullName), Options.Create(new VideosOptions())),
            scene.Clock,
            scene.Events,
            NullLogger<DeleteVideo>.Instance);

        Assert.Equal("videos.not-found", (await delete.RunAsync(new DeleteVideo.Command(scene.Stranger, scene.Video), Cancel)).Error?.Code);
        Assert.True((await delete.RunAsync(new DeleteVideo.Command(scene.Creator, scene.Video), Cancel)).Succeeded);

        Assert.Equal(PinState.Retired, (await scene.PinAsync(pin.Id)).State);
        Assert.Equal(pin.LinkCode, Assert.Single(told).Code);
        folder.Delete(recursive: true);
    }

    private static ReorderPins.Place Place(Pin pin) => new(pin.Id, pin.Version);
}
