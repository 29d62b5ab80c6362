using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.ListConnectors;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class ReportLagTests
{
    private static readonly Actor Admin = new(Guid.CreateVersion7(), Roles.Admin);

    private readonly TestClock _clock = new();
    private readonly SyncStub _sync = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20, 180, "less than a minute behind, normal is 3 hours", false)]
    [InlineData(61, 180, "1 minute behind, normal is 3 hours", false)]
    [InlineData(4 * 3600, 180, "4 hours behind, normal is 3 hours", false)]
    [InlineData(5 * 3600, 180, "5 hours behind, normal is 3 hours", true)]
    [InlineData(3 * 86_400, 1440, "3 days behind, normal is 24 hours", true)]
    public void Lag_BesideTheNormalOne_IsSaidAndWarnedOf(int seconds, int normalMinutes, string text, bool isLate)
    {
        var lag = new ReportLag(TimeSpan.FromSeconds(seconds), TimeSpan.FromMinutes(normalMinutes));

        Assert.Equal((text, isLate), (lag.Text, lag.IsLate));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task LivePartner_WhoseNewestReportIsOld_IsLateThoughReadJustNow(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var row = await AmazonAsync(database, ConnectionKind.Live, TimeSpan.Zero, _clock.UtcNow().AddDays(-4));

        Assert.Equal(new ReportLag(TimeSpan.FromDays(4), TimeSpan.FromHours(24)), row.Lag);
        Assert.True(row.Lag!.IsLate);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sandbox_IsAsRecentAsItsLastReading(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        Assert.Equal(TimeSpan.FromMinutes(7), (await AmazonAsync(database, ConnectionKind.Sandbox, TimeSpan.FromMinutes(7), _clock.UtcNow().AddDays(-4))).Lag!.Behind);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Partner_NeverReadToTheEnd_HasNoLag(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);

        Assert.Null((await AmazonAsync(database, ConnectionKind.Live, null, null)).Lag);
    }

    private async Task<ConnectorRow> AmazonAsync(TestDatabase database, ConnectionKind side, TimeSpan? readAgo, DateTime? newest)
    {
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        await PartnersScene.SeedAsync(database, _clock);
        await connections.SaveSettingsAsync(PartnerKey.Amazon, side, new Dictionary<string, string> { ["credentialId"] = "id" }, Cancel);
        if (readAgo is { } ago)
        {
            await connections.RecordConversionSyncAsync(PartnerKey.Amazon, null, Cancel);
            _clock.Advance(ago);
        }

        _sync.Newest = newest;
        IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), _clock)];
        var rows = await new ListConnectors(database, new PartnerDirectory(database), connections, connectors, _sync, _clock).RunAsync(Admin, Cancel);
        return rows.Single();
    }
}
