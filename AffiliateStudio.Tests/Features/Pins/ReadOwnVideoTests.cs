using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.ManagePins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Pins.RetirePin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class ReadOwnVideoTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoWithPins_ReadByItsCreator_ShowsTheStandingInOrderAndTheRetiredApart(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pins = new List<Pin>();
        foreach (var product in new[] { "B000000011", "B000000012", "B000000013", "B000000014" })
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(1));
            pins.Add(await scene.AddPinAsync(await scene.AddOfferAsync(product)));
        }

        var retire = new RetirePin(scene.Changes);
        await retire.RunAsync(new RetirePin.Command(scene.Creator, pins[0].Id, pins[0].Version), Cancel);
        await retire.RunAsync(new RetirePin.Command(scene.Creator, pins[2].Id, pins[2].Version), Cancel);
        await new PausePin(scene.Changes).RunAsync(new PausePin.Command(scene.Creator, pins[1].Id, pins[1].Version), Cancel);

        var video = (await Read(scene, (pins[1].Id, 7), (pins[2].Id, 3)).RunAsync(new ReadOwnVideo.Query(scene.Creator, scene.Video), Cancel))!;

        Assert.Equal("My desk", video.Caption);
        Assert.Equal([pins[1].Id, pins[3].Id], video.Standing.Select(pin => pin.Id));
        Assert.Equal([PinState.Paused, PinState.Live], video.Standing.Select(pin => pin.State));
        Assert.Equal([pins[2].Id, pins[0].Id], video.Retired.Select(pin => pin.Id));
        Assert.Equal([7, 0, 3, 0], video.Standing.Concat(video.Retired).Select(pin => pin.Clicks));
        Assert.Equal("Desk lamp B000000012", video.Standing[0].Title);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task VideoWithoutPins_Read_HasEmptyLists(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);

        var video = (await Read(scene).RunAsync(new ReadOwnVideo.Query(scene.Creator, scene.Video), Cancel))!;

        Assert.Empty(video.Standing);
        Assert.Empty(video.Retired);
        Assert.Equal(scene.Limits.MaxPerVideo, video.Limit);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Video_OfSomebodyElse_Deleted_OrUnknown_IsNotFound(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var deleted = await scene.AddVideoAsync(scene.CreatorId);
        await scene.DeleteVideoAsync(deleted);
        var read = Read(scene);

        Assert.Null(await read.RunAsync(new ReadOwnVideo.Query(scene.Stranger, scene.Video), Cancel));
        Assert.Null(await read.RunAsync(new ReadOwnVideo.Query(scene.Creator, deleted), Cancel));
        Assert.Null(await read.RunAsync(new ReadOwnVideo.Query(scene.Creator, scene.Ids.New<VideoId>()), Cancel));
    }

    private static ReadOwnVideo Read(PinScene scene, params (PinId Pin, long Clicks)[] counted) =>
        new(scene.Database, scene.Offers, scene.Partners, scene.Links, scene.Numbers(counted), Options.Create(scene.Limits));
}
