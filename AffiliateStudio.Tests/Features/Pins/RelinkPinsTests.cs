using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.RelinkPins;
using AffiliateStudio.Features.Pins.RetirePin;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class RelinkPinsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task PinMadeBeforeTheTag_Relinked_CarriesItAndTellsWhoKeepsLinks(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        var told = new List<LinkCode>();
        using var subscription = scene.Events.Subscribe<PinChanged>(change =>
        {
            told.Add(change.Code);
            return Task.CompletedTask;
        });

        await EnterTagAsync(scene, "ada-20");
        var first = await RelinkAsync(scene);
        var again = await RelinkAsync(scene);

        var now = await scene.PinAsync(pin.Id);
        Assert.Equal((1, 0), (first, again));
        Assert.EndsWith("tag=ada-20", now.TargetUrl, StringComparison.Ordinal);
        Assert.Equal((pin.LinkCode, pin.Text, pin.Version), (now.LinkCode, now.Text, now.Version));
        Assert.Equal([pin.LinkCode], told);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PinsOfOthersAndRetiredOnes_StayAsTheyWere(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var retired = await scene.AddPinAsync();
        Assert.True((await new RetirePin(scene.Changes).RunAsync(new(scene.Creator, retired.Id, retired.Version), Cancel)).Succeeded);
        await EnterTagAsync(scene, "ada-20");

        Assert.Equal(0, await RelinkAsync(scene));
        Assert.Equal(retired.TargetUrl, (await scene.PinAsync(retired.Id)).TargetUrl);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ChangeThatWasMissed_IsMadeUpForByTheJob(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        await EnterTagAsync(scene, "ada-20");
        var notes = new List<string?>();

        await Relink(scene).RunAsync(new JobProgress((_, note) => notes.Add(note)), Cancel);

        Assert.EndsWith("tag=ada-20", (await scene.PinAsync(pin.Id)).TargetUrl, StringComparison.Ordinal);
        Assert.Equal("1 link changed", notes[^1]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ConnectionThatIsPaused_LeavesTheLinksAsTheyAre(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        await EnterTagAsync(scene, "ada-20");
        await scene.Connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["partnerTag"] = "house-20" }, Cancel);
        await scene.Connections.SetPausedAsync(PartnerKey.Amazon, true, Cancel);

        Assert.Equal(0, await RelinkAsync(scene));
        Assert.Equal(pin.TargetUrl, (await scene.PinAsync(pin.Id)).TargetUrl);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LinkThatWouldLeaveTheShop_IsNotTaken(DatabaseProvider engine)
    {
        await using var scene = await PinScene.CreateAsync(engine);
        var pin = await scene.AddPinAsync();
        await EnterTagAsync(scene, "ada-20");
        scene.Shop.Host = "https://evil.example";

        Assert.Equal(0, await RelinkAsync(scene));
        Assert.Equal(pin.TargetUrl, (await scene.PinAsync(pin.Id)).TargetUrl);
    }

    private static Task<int> RelinkAsync(PinScene scene) => Relink(scene).RunAsync(new RelinkPins.Command(scene.CreatorId, PartnerKey.Amazon), Cancel);

    private static RelinkPins Relink(PinScene scene) => new(scene.Database, scene.Partners, scene.Links, scene.Clock, scene.Events);

    private static async Task EnterTagAsync(PinScene scene, string tag)
    {
        await using var db = scene.Database.CreateDbContext();
        db.Add(new CreatorTag { CreatorId = scene.CreatorId, Partner = PartnerKey.Amazon, Value = tag, UpdatedAt = scene.Clock.UtcNow() });
        await db.SaveChangesAsync(Cancel);
    }
}
