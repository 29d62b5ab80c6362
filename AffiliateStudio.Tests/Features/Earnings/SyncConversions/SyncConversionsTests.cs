using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
    public async Task Reading_ThatBreaksOff_IsNotedAndLoggedAndTheNextPartnerIsRead(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var amazon = new ReportingPartner(PartnerKey.Amazon, Batch(Line("a", ConversionState.Pending, 500)) with { Watermark = "first half" }, Batch())
        {
            Between = () => throw new FormatException("canary-4711"),
        };
        var walmart = new ReportingPartner(PartnerKey.Walmart, Batch(Line("b", ConversionState.Pending, 300)));
        var (_, connections) = await SyncAsync(world, amazon, walmart);
        using var log = new LogRecorder();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var progress = new SyncProgress();
        var sync = new ReadPartners(world.Database, [amazon, walmart], connections, world.Apply, progress, loggers.CreateLogger<ReadPartners>());

        var synced = await sync.RunAsync(Cancel);
        var noted = await ConnectionAsync(world, PartnerKey.Amazon);

        Assert.Equal([(PartnerKey.Amazon, true), (PartnerKey.Walmart, false)], synced.Select(partner => (partner.Partner, partner.Failure is not null)));
        Assert.Equal((500, 300), ((await world.FindAsync("a")).CommissionMinor, (await world.FindAsync("b")).CommissionMinor));
        Assert.StartsWith("FormatException: Reading its reports broke off", noted.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", noted.LastError, StringComparison.Ordinal);
        Assert.Contains("canary-4711", Assert.Single(log.Entries), StringComparison.Ordinal);
        Assert.Null(progress.Find(PartnerKey.Amazon));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Reading_ThatIsStopped_StopsAndNotesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var amazon = new ReportingPartner(PartnerKey.Amazon, Batch(Line("a", ConversionState.Pending, 500)), Batch()) { Between = stop.CancelAsync };
        var walmart = new ReportingPartner(PartnerKey.Walmart, Batch());
        var (sync, _) = await SyncAsync(world, amazon, walmart);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sync.RunAsync(stop.Token));

        Assert.Empty(walmart.Watermarks);
        Assert.Null((await ConnectionAsync(world, PartnerKey.Amazon)).LastError);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnotherAccountOrSide_IsReadFromItsBeginning_AndGoesOnWhenItComesBack(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var walmart = new ReportingPartner(PartnerKey.Walmart);
        var (sync, connections) = await SyncAsync(world, walmart);

        await ReadAsync(ConnectionKind.Sandbox, "played", "secret", "of the sandbox");
        await ReadAsync(ConnectionKind.Live, "first", "secret", "of the first");
        await ReadAsync(ConnectionKind.Live, "first", "renewed", "of the first, later");
        await ReadAsync(ConnectionKind.Live, "second", "renewed", "of the second");
        await ReadAsync(ConnectionKind.Live, "first", "renewed", "of the first, at last");
        await connections.SwitchAsync(PartnerKey.Walmart, ConnectionKind.Sandbox, Cancel);
        Assert.Null((await ConnectionAsync(world, PartnerKey.Walmart)).LastConversionSyncAt);
        await sync.RunAsync(PartnerKey.Walmart, Cancel);

        Assert.Equal([null, null, "of the first", null, "of the first, later", "of the sandbox"], walmart.Watermarks);

        async Task ReadAsync(ConnectionKind side, string account, string token, string watermark)
        {
            await connections.SaveSettingsAsync(PartnerKey.Walmart, side, new Dictionary<string, string> { ["account"] = account, ["token"] = token }, Cancel);
            walmart.Answers = [Batch() with { Watermark = watermark }];
            Assert.Null((await sync.RunAsync(PartnerKey.Walmart, Cancel)).Value.Failure);
        }
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

        return (new ReadPartners(world.Database, partners, connections, world.Apply, new SyncProgress(), NullLogger<ReadPartners>.Instance), connections);
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
