using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SeedPartners;
using AffiliateStudio.Platform;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;

namespace AffiliateStudio.Tests.Features.Catalog;

/// <summary>The catalog over a real database with two partners that answer as a test says. Both are connected unless a test says otherwise.</summary>
internal sealed class CatalogRig : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private CatalogRig(TestDatabase database, ServiceProvider services)
    {
        _database = database;
        _services = services;
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakePartner Amazon { get; private init; } = null!;

    public FakePartner Walmart { get; private init; } = null!;

    /// <summary>A partner for travel; asked only where a search is for travel.</summary>
    public FakeTravelPartner Expedia { get; private init; } = null!;

    public TestClock Clock { get; private init; } = null!;

    public LogRecorder Log { get; private init; } = null!;

    public IDbContextFactory<StudioDb> Databases => _database;

    public OfferStore Offers => Get<OfferStore>();

    public static async Task<CatalogRig> CreateAsync(DatabaseProvider engine, bool connected = true, int deadlineMilliseconds = 8000)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var clock = new TestClock();
        var amazon = new FakePartner(PartnerKey.Amazon);
        var walmart = new FakePartner(PartnerKey.Walmart);
        var expedia = new FakeTravelPartner();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["Catalog:PartnerDeadlineMilliseconds"] = deadlineMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.AddPlatform();
        builder.AddPartners();
        builder.AddCatalog();
        var log = new LogRecorder(LogLevel.Information);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<IServer>(Server());
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<IDbContextFactory<StudioDb>>(database);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.AddSingleton<IPartnerConnector>(amazon).AddSingleton<IPartnerConnector>(walmart).AddSingleton<IPartnerConnector>(expedia);
        var services = builder.Services.BuildServiceProvider();
        var rig = new CatalogRig(database, services) { Amazon = amazon, Walmart = walmart, Expedia = expedia, Clock = clock, Log = log };
        await rig.Get<SeedPartners>().RunAsync(Cancel);
        if (connected)
        {
            await rig.ConnectAsync(PartnerKey.Amazon);
            await rig.ConnectAsync(PartnerKey.Walmart);
            await rig.ConnectAsync(PartnerKey.Expedia);
        }

        return rig;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task ConnectAsync(PartnerKey partner) =>
        Get<ConnectionDirectory>().SaveSettingsAsync(partner, ConnectionKind.Live, new Dictionary<string, string> { ["id"] = "x" }, Cancel);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static IServer Server()
    {
        var addresses = new Mock<IServerAddressesFeature>();
        addresses.Setup(feature => feature.Addresses).Returns(["http://127.0.0.1:5999"]);
        var features = new FeatureCollection();
        features.Set(addresses.Object);
        var server = new Mock<IServer>();
        server.Setup(s => s.Features).Returns(features);
        return server.Object;
    }
}
