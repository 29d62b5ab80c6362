using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ReadPartners = AffiliateStudio.Features.Earnings.SyncConversions.SyncConversions;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.SyncConversions;

public sealed class SyncConversionsTests
{
    private static readonly PartnerFailure Down = new(PartnerFailureKind.Unavailable, "503", "Down.", "Wait for the partner.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoBatches_Read_AreTakenInAndTheNextRunGoesOnFromThere(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var walmart = new ReportingPartner(
            PartnerKey.Walmart,
            Batch(Line("a", ConversionState.Pending, 500, world.SubIdOf(world.AdaPin))),
            Batch(Line("a", ConversionState.Approved, 500, world.SubIdOf(world.AdaPin)), Line("b", ConversionState.Pending, 300, world.SubIdOf(world.BenPin))) with { Watermark = "until noon" });
        var (sync, connections) = await SyncAsync(world, walmart);

        var first = (await sync.RunAsync(PartnerKey.Walmart, Cancel)).Value;
        walmart.Answers = [];
        await sync.RunAsync(PartnerKey.Walmart, Cancel);

        Assert.Equal(new SyncedPartner(PartnerKey.Walmart, 2, 2, 1, null), first);
        Assert.Equal([null, "until noon"], walmart.Watermarks);
        Assert.Equal(ConversionState.Approved, (await world.FindAsync("a")).State);
        Assert.NotNull((await ConnectionAsync(world, PartnerKey.Walmart)).LastConversionSyncAt);
        Assert.NotNull(await connections.OpenAsync(PartnerKey.Walmart, Cancel));
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartnerFailing_InTheMiddle_KeepsWhatCameBeforeAndNotesWhy(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var walmart = new ReportingPartner(PartnerKey.Walmart, Batch(Line("a", ConversionState.Pending, 500)) with { Watermark = "first half" }, Down);
        var (sync, _) = await SyncAsync(world, walmart);

        var synced = (await sync.RunAsync(PartnerKey.Walmart, Cancel)).Value;
        var noted = await ConnectionAsync(world, PartnerKey.Walmart);
        walmart.Answers = [Batch()];
        await sync.RunAsync(PartnerKey.Walmart, Cancel);
        var recovered = await ConnectionAsync(world, PartnerKey.Walmart);

        Assert.Equal((1, 1, Down), (synced.Batches, synced.Added, synced.Failure));
        Assert.Equal(500, (await world.FindAsync("a")).CommissionMinor);
        Assert.Equal([null, "first half"], walmart.Watermarks);
        Assert.Equal("503: Down. Wait for the partner.", noted.LastError);
        Assert.Null(noted.LastConversionSyncAt);
        Assert.Equal((null, null), (recovered.LastError, recovered.LastErrorAt));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AllPartners_Read_OneThatFailsOrIsNotConnectedStopsNoOther(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var paused = new ReportingPartner(new PartnerKey("elsewhere"), Batch(Line("c", ConversionState.Pending, 100)));
        var (sync, connections) = await SyncAsync(
            world, new ReportingPartner(PartnerKey.Amazon, Down), paused, new ReportingPartner(PartnerKey.Walmart, Batch(Line("b", ConversionState.Pending, 300))));
        await connections.SetPausedAsync(paused.Partner, true, Cancel);

        var synced = await sync.RunAsync(Cancel);

        Assert.Equal([(PartnerKey.Amazon, 0), (PartnerKey.Walmart, 1)], synced.Select(partner => (partner.Partner, partner.Added)));
        Assert.Empty(paused.Watermarks);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Partner_ThatCannotBeRead_IsRefusedWithTheReason(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var walmart = new ReportingPartner(PartnerKey.Walmart, Batch());
        var (sync, connections) = await SyncAsync(world, walmart);
        var again = string.Empty;
        walmart.Between = async () => again = (await sync.RunAsync(PartnerKey.Walmart, Cancel)).Error!.Code;

        var noFeed = await sync.RunAsync(PartnerKey.Amazon, Cancel);
        var ran = await sync.RunAsync(PartnerKey.Walmart, Cancel);
        await connections.SetPausedAsync(PartnerKey.Walmart, true, Cancel);
        var paused = await sync.RunAsync(PartnerKey.Walmart, Cancel);

        Assert.True(ran.Succeeded);
        Assert.Equal(("earnings.no-feed", "earnings.sync-running", "earnings.not-connected"), (noFeed.Error!.Code, again, paused.Error!.Code));
        Assert.Single(walmart.Watermarks);
    }

    private static async Task<(ReadPartners Sync, ConnectionDirectory Connections)> SyncAsync(EarningsWorld world, params ReportingPartner[] partners)
    {
        var connections = PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);
        foreach (var partner in partners)
        {
            await EnsurePartnerAsync(world, partner.Partner);
            await connections.SaveSettingsAsync(partner.Partner, ConnectionKind.Live, new Dictionary<string, string> { ["key"] = "value" }, Cancel);
        }

        return (new ReadPartners(world.Database, partners, connections, world.Apply, new SyncProgress()), connections);
    }

    private static async Task EnsurePartnerAsync(EarningsWorld world, PartnerKey key)
    {
        await using var db = world.Database.CreateDbContext();
        if (!await db.Set<Partner>().AnyAsync(partner => partner.Key == key, Cancel))
        {
            db.Add(new Partner { Key = key, Name = key.Value, ShopDomain = key.Value, AllowedHosts = key.Value, TimeZone = "UTC" });
            await db.SaveChangesAsync(Cancel);
        }
    }

    private static async Task<Connection> ConnectionAsync(EarningsWorld world, PartnerKey partner)
    {
        await using var db = world.Database.CreateDbContext();
        return await db.Set<Connection>().AsNoTracking().SingleAsync(row => row.Partner == partner, Cancel);
    }
}
