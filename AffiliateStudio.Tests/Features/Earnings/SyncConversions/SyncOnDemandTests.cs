using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using ReadPartners = AffiliateStudio.Features.Earnings.SyncConversions.SyncConversions;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.SyncConversions;

public sealed class SyncOnDemandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoClicks_WhileItRuns_StartOneRunThatTellsHowFarItIs(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var hold = new TaskCompletionSource();
        var walmart = new ReportingPartner(PartnerKey.Walmart, Batch(Line("a", ConversionState.Pending, 500)) with { PercentDone = 40 }) { Between = () => hold.Task };
        using var sync = await StartAsync(world, walmart);

        Assert.True(sync.Start(PartnerKey.Walmart).Succeeded);
        Assert.Equal("earnings.sync-running", sync.Start(PartnerKey.Walmart).Error!.Code);
        await UntilAsync(sync, () => sync.Stage(PartnerKey.Walmart)?.Percent == 40);
        Assert.Equal("earnings.sync-running", sync.Start(PartnerKey.Walmart).Error!.Code);
        hold.SetResult();
        await UntilAsync(sync, () => sync.Stage(PartnerKey.Walmart) is null);

        Assert.Single(walmart.Watermarks);
        Assert.Equal((true, "Read to the end: 1 new, 0 changed."), (sync.LastOutcome(PartnerKey.Walmart)!.Succeeded, sync.LastOutcome(PartnerKey.Walmart)!.Text));
        await sync.StopAsync(Cancel);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Run_ThatFailsOrFindsNothing_SaysSoAndCanBeAskedForAgain(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var walmart = new ReportingPartner(PartnerKey.Walmart, new PartnerFailure(PartnerFailureKind.Unavailable, "503", "Down.", "Wait for it."));
        using var sync = await StartAsync(world, walmart);

        sync.Start(PartnerKey.Walmart);
        await UntilAsync(sync, () => sync.Stage(PartnerKey.Walmart) is null);
        var failed = sync.LastOutcome(PartnerKey.Walmart)!;
        walmart.Answers = [];
        sync.Start(PartnerKey.Walmart);
        await UntilAsync(sync, () => sync.LastOutcome(PartnerKey.Walmart)!.Succeeded);

        Assert.Equal((false, "Down. (503). Wait for it."), (failed.Succeeded, failed.Text));
        Assert.Equal("Read to the end: the partner returned nothing new.", sync.LastOutcome(PartnerKey.Walmart)!.Text);
        Assert.Equal("earnings.no-feed", sync.Start(new PartnerKey("nobody")).Error!.Code);
        await sync.StopAsync(Cancel);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task NewestReport_IsThatOfTheSide(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await using (var db = world.Database.CreateDbContext())
        {
            db.AddRange(
                new ReportScope { Partner = PartnerKey.Amazon, Side = ConnectionKind.Live, Scope = "a", AsOf = world.Clock.UtcNow().AddDays(-3) },
                new ReportScope { Partner = PartnerKey.Amazon, Side = ConnectionKind.Live, Scope = "b", AsOf = world.Clock.UtcNow().AddDays(-2) },
                new ReportScope { Partner = PartnerKey.Amazon, Side = ConnectionKind.Sandbox, Scope = "a", AsOf = world.Clock.UtcNow() });
            await db.SaveChangesAsync(Cancel);
        }

        using var sync = await StartAsync(world);

        Assert.Equal(world.Clock.UtcNow().AddDays(-2), await sync.NewestReportAsync(PartnerKey.Amazon, ConnectionKind.Live, Cancel));
        Assert.Null(await sync.NewestReportAsync(PartnerKey.Walmart, ConnectionKind.Live, Cancel));
        await sync.StopAsync(Cancel);
    }

    private static async Task<SyncOnDemand> StartAsync(EarningsWorld world, params IPartnerConnector[] connectors)
    {
        var connections = PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);
        foreach (var connector in connectors)
        {
            await connections.SaveSettingsAsync(connector.Partner, ConnectionKind.Live, new Dictionary<string, string> { ["account"] = "one", ["token"] = "t" }, Cancel);
        }

        var progress = new SyncProgress();
        var read = new ReadPartners(world.Database, connectors, connections, world.Apply, progress, NullLogger<ReadPartners>.Instance);
        var sync = new SyncOnDemand(world.Database, read, progress, world.Clock, NullLogger<SyncOnDemand>.Instance);
        await sync.StartAsync(Cancel);
        return sync;
    }

    private static async Task UntilAsync(SyncOnDemand sync, Func<bool> reached)
    {
        var changed = new SemaphoreSlim(1);
        void Note(object? sender, EventArgs e) => changed.Release();
        sync.Changed += Note;
        while (!reached())
        {
            await changed.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        }

        sync.Changed -= Note;
    }
}
