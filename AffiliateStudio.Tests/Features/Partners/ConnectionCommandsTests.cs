using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.ListConnectors;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.PauseConnection;
using AffiliateStudio.Features.Partners.SaveConnection;
using AffiliateStudio.Features.Partners.TestConnection;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Connectors;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Platform.Events;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class ConnectionCommandsTests
{
    private static readonly Actor Admin = new(Guid.CreateVersion7(), Roles.Admin);
    private static readonly Actor Creator = new(Guid.CreateVersion7(), Roles.Creator);

    private static readonly IReadOnlyDictionary<string, string> Complete = new Dictionary<string, string>
    {
        ["credentialId"] = "id-1",
        ["credentialSecret"] = "canary-4711",
        ["version"] = "2.1",
        ["marketplace"] = "www.amazon.com",
        ["partnerTag"] = "studio-20",
    };

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task LiveSettings_IncompleteThenComplete_AreKept(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        var save = new SaveConnection(connections, [ConnectorSetup.Amazon(new FakePartner(), _clock)], new EventHub(NullLogger<EventHub>.Instance));

        var missing = await save.RunAsync(new(Admin, PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string>(Complete) { ["version"] = " " }), Cancel);
        Assert.Equal("version", missing.Error!.Field);
        Assert.Null(await connections.OpenAsync(PartnerKey.Amazon, Cancel));

        Assert.True((await save.RunAsync(new(Admin, PartnerKey.Amazon, ConnectionKind.Live, Complete), Cancel)).Succeeded);
        Assert.True((await save.RunAsync(new(Admin, PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["partnerTag"] = "other-20" }), Cancel)).Succeeded);

        var opened = (await connections.OpenAsync(PartnerKey.Amazon, Cancel))!;
        Assert.Equal(("canary-4711", "other-20"), (opened["credentialSecret"], opened["partnerTag"]));
        Assert.Equal("partners.no-sandbox", (await save.RunAsync(new(Admin, PartnerKey.Amazon, ConnectionKind.Sandbox, Complete), Cancel)).Error!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnybodyButAdmins_IsRefusedEverything(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), _clock)];

        Assert.Equal(PartnerErrors.NotAllowed, (await new SaveConnection(connections, connectors, new EventHub(NullLogger<EventHub>.Instance)).RunAsync(new(Creator, PartnerKey.Amazon, ConnectionKind.Live, Complete), Cancel)).Error);
        Assert.Equal(PartnerErrors.NotAllowed, (await new TestConnection(connections, connectors).RunAsync(new(Creator, PartnerKey.Amazon, ConnectionKind.Live, Complete), Cancel)).Error);
        Assert.Equal(PartnerErrors.NotAllowed, (await new PauseConnection(connections).RunAsync(new(Creator, PartnerKey.Amazon, true), Cancel)).Error);
        Assert.Empty(await new ListConnectors(database, new PartnerDirectory(database), connections, connectors, new SyncStub(), _clock).RunAsync(Creator, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Test_OfUnsavedValues_AsksThePartnerAndKeepsNothing(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        var partner = new FakePartner().On("/oauth2/token", _ => FakePartner.Json("""{"error":"invalid_client","error_description":"Client authentication failed"}""", HttpStatusCode.BadRequest));

        var result = await new TestConnection(connections, [ConnectorSetup.Amazon(partner, _clock)]).RunAsync(new(Admin, PartnerKey.Amazon, ConnectionKind.Live, Complete), Cancel);

        Assert.Contains("invalid_client", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("client_id=id-1", partner.Calls[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", result.Error.Message, StringComparison.Ordinal);
        Assert.Empty(await connections.ReadSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task List_TellsHowItStands_AndNoSecret(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        await PartnersScene.SeedAsync(database, _clock);
        await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, Complete, Cancel);
        await new PauseConnection(connections).RunAsync(new(Admin, PartnerKey.Amazon, true), Cancel);
        await connections.RecordConversionSyncAsync(PartnerKey.Amazon, new PartnerFailure(PartnerFailureKind.NotEligible, "403 AssociateNotEligible", "Not eligible.", "Sell more."), Cancel);
        IPartnerConnector[] connectors = [ConnectorSetup.Amazon(new FakePartner(), _clock), ConnectorSetup.Walmart(new FakePartner(), _clock)];

        var rows = await new ListConnectors(database, new PartnerDirectory(database), connections, connectors, new SyncStub(), _clock).RunAsync(Admin, Cancel);

        var amazon = rows.Single(row => row.Partner == PartnerKey.Amazon);
        Assert.True(amazon is { IsConnected: true, IsPaused: true, Kind: ConnectionKind.Live, HasSandbox: false });
        Assert.Equal(5, amazon.Entered.Count);
        Assert.Contains("Sell more.", amazon.LastError, StringComparison.Ordinal);
        Assert.Equal([("Creators API", BreakerState.Closed)], amazon.Health.Select(health => (health.Protocol, health.Breaker)));
        Assert.Equal(
            ["Link checks", "Merchants, windows and rates", "Items of an order", "Postbacks"],
            amazon.Capabilities.Where(capability => !capability.IsOffered).Select(capability => capability.Name));
        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(rows), StringComparison.Ordinal);
        var walmart = rows.Single(row => row.Partner == PartnerKey.Walmart);
        Assert.False(walmart.IsConnected);
        Assert.Equal(["Product API", "impact.com"], walmart.Health.Select(health => health.Protocol));
    }
}
