using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SyncMerchants;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class SyncMerchantsTests
{
    private static readonly PartnerKey Target = PartnerKey.Target;
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task ToldTerms_BecomeMerchantsAndCards(DatabaseProvider engine)
    {
        await using var database = await SeededAsync(engine);
        var network = new Network(Fernway(800));
        var (sync, merchants) = await OpenAsync(database, network);

        Assert.Null(await sync.RunAsync(Target, Cancel));

        Assert.Equal(("Fernway", MerchantState.Active, 240), Of(merchants.Find(Target, "77")!));
        Assert.Equal("77", merchants.FindByHost(Target, "WWW.Fernway.example")?.Id);
        Assert.Equal("77", merchants.FindByHost(Target, "shop.fernway.example")?.Id);
        Assert.Null(merchants.FindByHost(Target, "notfernway.example"));
        Assert.Null(merchants.FindByHost(PartnerKey.Walmart, "www.fernway.example"));
        var book = await new RateCards(database).LoadAsync(Cancel);
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        Assert.Equal(800, book.Find(Target, "77", "Home/Lighting", today)!.Rate.BasisPoints);
        Assert.Equal(100, book.Find(Target, string.Empty, "Books", today)!.Rate.BasisPoints);
        Assert.Equal(200, book.Find(Target, "77", "Books", today)!.Rate.BasisPoints);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ChangedRate_IsACardFromThatDay_AndTheOldOneStays(DatabaseProvider engine)
    {
        await using var database = await SeededAsync(engine);
        var network = new Network(Fernway(800));
        var (sync, _) = await OpenAsync(database, network);
        await sync.RunAsync(Target, Cancel);
        var first = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

        _clock.Advance(TimeSpan.FromDays(9));
        await sync.RunAsync(Target, Cancel);
        network.Answer = (MerchantTerms[])[Fernway(500)];
        await sync.RunAsync(Target, Cancel);
        await sync.RunAsync(Target, Cancel);

        var book = await new RateCards(database).LoadAsync(Cancel);
        Assert.Equal(800, book.Find(Target, "77", "Home", first.AddDays(5))!.Rate.BasisPoints);
        Assert.Equal(500, book.Find(Target, "77", "Home", first.AddDays(9))!.Rate.BasisPoints);
        await using var db = database.CreateDbContext();
        Assert.Equal(2, await db.Set<RateCard>().CountAsync(card => card.Merchant == "77" && card.Category == "Home", Cancel));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task RateNotToldAnyMore_FallsBackToTheGeneralOne_AndAGroupOfNoCategoryIsNoRate(DatabaseProvider engine)
    {
        await using var database = await SeededAsync(engine);
        var network = new Network(Fernway(800));
        var (sync, _) = await OpenAsync(database, network);
        await sync.RunAsync(Target, Cancel);

        _clock.Advance(TimeSpan.FromDays(2));
        network.Answer = (MerchantTerms[])[Fernway(800) with { Rates = [new MerchantRate(string.Empty, new Rate(200), "test"), new MerchantRate("New customers", new Rate(1_000), "test")] }];
        await sync.RunAsync(Target, Cancel);

        var book = await new RateCards(database).LoadAsync(Cancel);
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        Assert.Equal(200, book.Find(Target, "77", "Home", today)!.Rate.BasisPoints);
        Assert.Equal(800, book.Find(Target, "77", "Home", today.AddDays(-1))!.Rate.BasisPoints);
        Assert.Equal(200, book.Find(Target, "77", StudioCategories.Other, today)!.Rate.BasisPoints);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task MerchantNotNamedAnyMore_IsInactive_AndAFailureChangesNothing(DatabaseProvider engine)
    {
        await using var database = await SeededAsync(engine);
        var network = new Network(Fernway(800));
        var (sync, merchants) = await OpenAsync(database, network);
        await sync.RunAsync(Target, Cancel);

        network.Answer = new PartnerFailure(PartnerFailureKind.Unavailable, "503", "down", "Wait.");
        Assert.Equal("503", (await sync.RunAsync(Target, Cancel))?.Code);
        Assert.Equal(MerchantState.Active, merchants.Find(Target, "77")!.State);

        network.Answer = Array.Empty<MerchantTerms>();
        await sync.RunAsync(Target, Cancel);
        Assert.Equal(MerchantState.Inactive, merchants.Find(Target, "77")!.State);
    }

    private static (string Name, MerchantState State, int? Hours) Of(Merchant merchant) => (merchant.Name, merchant.State, merchant.AttributionWindowHours);

    private static MerchantTerms Fernway(int basisPoints) => new()
    {
        Id = "77",
        Name = "Fernway",
        State = MerchantState.Active,
        Hosts = ["www.fernway.example", ".fernway.example"],
        AllowsDeepLinks = true,
        AttributionWindowHours = 240,
        Rates = [new MerchantRate("Home", new Rate(basisPoints), "test"), new MerchantRate(string.Empty, new Rate(200), "test")],
    };

    private async Task<TestDatabase> SeededAsync(DatabaseProvider engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await PartnersScene.SeedAsync(database, _clock);
        return database;
    }

    private async Task<(SyncMerchants Sync, MerchantDirectory Merchants)> OpenAsync(TestDatabase database, Network network)
    {
        var connections = PartnersScene.Connections(database, new EphemeralDataProtectionProvider(), _clock);
        await connections.SaveSettingsAsync(Target, ConnectionKind.Live, new Dictionary<string, string> { ["adId"] = "1" }, Cancel);
        var merchants = new MerchantDirectory(database);
        return (new SyncMerchants(database, connections, [network], merchants, new IdGenerator(_clock), _clock, NullLogger<SyncMerchants>.Instance), merchants);
    }

    private sealed class Network(params MerchantTerms[] terms) : IPartnerConnector, IMerchantTerms
    {
        public PartnerResult<IReadOnlyList<MerchantTerms>> Answer { get; set; } = terms;

        public PartnerKey Partner => Target;

        public IReadOnlyList<ConnectionSetting> Settings => [];

        public Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PartnerResult<IReadOnlyList<MerchantTerms>>> ReadMerchantsAsync(ConnectionContext connection, CancellationToken cancellationToken) => Task.FromResult(Answer);
    }
}
