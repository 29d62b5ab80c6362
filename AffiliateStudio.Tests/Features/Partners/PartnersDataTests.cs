using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SeedPartners;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class PartnersDataTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SeededTwice_AdminsDecision_IsKept(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var directory = new PartnerDirectory(database);
        var seed = new SeedPartners(database, directory, new MerchantDirectory(database), Profiles.All, new IdGenerator(_clock), _clock);
        await seed.RunAsync(Cancel);
        await using (var db = database.CreateDbContext())
        {
            await db.InWriteAsync(
                token => db.Set<Partner>().Where(partner => partner.Key == PartnerKey.Walmart).ExecuteUpdateAsync(set => set.SetProperty(partner => partner.IsApproved, false), token),
                Cancel);
        }

        await seed.RunAsync(Cancel);

        var partners = await directory.ListAsync(Cancel);
        Assert.Equal(Profiles.All.Select(profile => profile.Facts.Name).Order(), partners.Select(partner => partner.Name));
        Assert.False((await directory.FindAsync(PartnerKey.Walmart, Cancel))!.IsApproved);
        Assert.Null(await directory.FindAsync(new PartnerKey("nobody"), Cancel));
        var book = await new RateCards(database).LoadAsync(Cancel);
        Assert.Equal(450, book.Find(PartnerKey.Amazon, string.Empty, "Home/Kitchen/Cookware", new DateOnly(2026, 11, 22))!.Rate.BasisPoints);
        Assert.StartsWith("Estimate", book.Find(PartnerKey.Walmart, string.Empty, "Home", new DateOnly(2026, 11, 22))!.Source, StringComparison.Ordinal);
        await using var check = database.CreateDbContext();
        Assert.Equal(Profiles.All.Sum(profile => profile.Rates.Count), await check.Set<RateCard>().CountAsync(Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SavedSettings_InTheDatabase_AreUnreadable(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = Connections(database, new EphemeralDataProtectionProvider());
        await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["credentialSecret"] = "canary-4711" }, Cancel);

        var opened = await connections.OpenAsync(PartnerKey.Amazon, Cancel);

        Assert.Equal("canary-4711", opened!["credentialSecret"]);
        Assert.Null(opened.SandboxAddress);
        await using var db = database.CreateDbContext();
        var stored = (await db.Set<Connection>().SingleAsync(Cancel)).ProtectedSettings!;
        Assert.DoesNotContain("canary", stored, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LiveSettingsSaved_SandboxOnes_Stay(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = Connections(database, new EphemeralDataProtectionProvider());
        await connections.SaveSettingsAsync(PartnerKey.Walmart, ConnectionKind.Sandbox, new Dictionary<string, string> { ["consumerId"] = "sandbox" }, Cancel);
        await connections.SaveSettingsAsync(PartnerKey.Walmart, ConnectionKind.Live, new Dictionary<string, string> { ["consumerId"] = "live" }, Cancel);
        Assert.Equal("live", (await connections.OpenAsync(PartnerKey.Walmart, Cancel))!["consumerId"]);

        await connections.SwitchAsync(PartnerKey.Walmart, ConnectionKind.Sandbox, Cancel);

        var opened = await connections.OpenAsync(PartnerKey.Walmart, Cancel);
        Assert.Equal("sandbox", opened!["consumerId"]);
        Assert.Equal(new Uri("http://127.0.0.1:5999/sandbox/walmart/"), opened.SandboxAddress);
        Assert.Equal("/sandbox/walmart/ip/x/1", opened.Stored("http://127.0.0.1:5999/sandbox/walmart/ip/x/1"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task KeyRingLost_Connection_IsClosedNotBroken(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await Connections(database, new EphemeralDataProtectionProvider())
            .SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["credentialId"] = "x" }, Cancel);

        Assert.Null(await Connections(database, new EphemeralDataProtectionProvider()).OpenAsync(PartnerKey.Amazon, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PausedOrUnknownConnection_IsClosed(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = Connections(database, new EphemeralDataProtectionProvider());
        Assert.Null(await connections.OpenAsync(PartnerKey.Amazon, Cancel));
        await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["credentialId"] = "x" }, Cancel);
        await using (var db = database.CreateDbContext())
        {
            await db.InWriteAsync(token => db.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(connection => connection.IsPaused, true), token), Cancel);
        }

        Assert.Null(await connections.OpenAsync(PartnerKey.Amazon, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SyncOutcome_ErrorThenSuccess_IsNotedAndCleared(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = Connections(database, new EphemeralDataProtectionProvider());

        await connections.RecordConversionSyncAsync(PartnerKey.Amazon, new PartnerFailure(PartnerFailureKind.Throttled, "429", "slow down", "Wait."), Cancel);
        await using (var db = database.CreateDbContext())
        {
            Assert.Equal("429: slow down Wait.", (await db.Set<Connection>().SingleAsync(Cancel)).LastError);
        }

        await connections.RecordConversionSyncAsync(PartnerKey.Amazon, null, Cancel);
        await using var after = database.CreateDbContext();
        var row = await after.Set<Connection>().SingleAsync(Cancel);
        Assert.Null(row.LastError);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime, row.LastConversionSyncAt);
    }

    private ConnectionDirectory Connections(TestDatabase database, IDataProtectionProvider protection) => PartnersScene.Connections(database, protection, _clock);
}
