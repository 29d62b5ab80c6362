using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.VerifyLedger;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;
using CheckLedger = AffiliateStudio.Features.Earnings.VerifyLedger.VerifyLedger;

namespace AffiliateStudio.Tests.Features.Earnings;

/// <summary>A database with two creators, a pin of each at Walmart and Amazon, and a tag of each; and the use cases on it.</summary>
internal sealed class EarningsWorld : IAsyncDisposable
{
    private EarningsWorld(TestDatabase database)
    {
        Database = database;
        Ids = new IdGenerator(Clock);
        Apply = new ApplyBatch(
            database, new RateCards(database), Options.Create(new CommissionOptions()), Ids, Events, Clock);
        Verify = new CheckLedger(database, new LastLedgerCheck(), Clock);
    }

    public TestDatabase Database { get; }

    public TestClock Clock { get; } = new();

    public EventHub Events { get; } = new(NullLogger<EventHub>.Instance);

    public IdGenerator Ids { get; }

    public ApplyBatch Apply { get; }

    public CheckLedger Verify { get; }

    public Creator Ada { get; private set; } = null!;

    public Creator Ben { get; private set; } = null!;

    public Pin AdaPin { get; private set; } = null!;

    public Pin BenPin { get; private set; } = null!;

    public Pin AdaAmazonPin { get; private set; } = null!;

    public Pin BenAmazonPin { get; private set; } = null!;

    public Actor AsAda => new(Ada.UserId, Roles.Creator);

    public Actor AsBen => new(Ben.UserId, Roles.Creator);

    public static Actor AsAdmin { get; } = new(new Guid("00000000-0000-0000-0000-00000000000a"), Roles.Admin);

    public static async Task<EarningsWorld> CreateAsync(DatabaseProvider engine)
    {
        var world = new EarningsWorld(await TestDatabase.CreateAsync(engine));
        await using var db = world.Database.CreateDbContext();
        (world.Ada, world.AdaPin) = world.AddCreator(db, "ada", "ada-20");
        (world.Ben, world.BenPin) = world.AddCreator(db, "ben", "ben-20");
        world.AdaAmazonPin = world.AddPin(db, world.Ada, PartnerKey.Amazon, "B0TEST0001");
        world.BenAmazonPin = world.AddPin(db, world.Ben, PartnerKey.Amazon, "B0TEST0001");
        foreach (var partner in new[] { PartnerKey.Walmart, PartnerKey.Amazon })
        {
            db.Add(new Partner
            {
                Key = partner,
                Name = partner == PartnerKey.Walmart ? "Walmart" : "Amazon",
                ShopDomain = partner.Value + ".com",
                AllowedHosts = $".{partner.Value}.com",
                TimeZone = "America/Los_Angeles",
                PaysAfterDays = 60,
            });
            db.Add(new RateCard
            {
                Id = world.Ids.New<RateCardId>(),
                Partner = partner,
                Category = "Home",
                Rate = new Rate(400),
                EffectiveFrom = new DateOnly(2025, 1, 1),
                Source = "test",
                CreatedAt = world.Clock.UtcNow(),
            });
        }

        await db.SaveChangesAsync();
        return world;
    }

    public static ReportedConversion Line(string key, ConversionState state, long commission, string? subId = null, string? tag = null) => new()
    {
        ExternalKey = key,
        State = state,
        StateRaw = state.ToString().ToUpperInvariant(),
        OccurredAt = new DateTime(2026, 1, 10, 18, 2, 11, DateTimeKind.Utc),
        PartnerDay = new DateOnly(2026, 1, 10),
        SaleAmount = new Money(commission * 20, Currency.Usd),
        Commission = new Money(commission, Currency.Usd),
        ProductExternalId = "1001",
        ProductTitle = "Desk lamp",
        SubId = subId,
        TrackingTag = tag,
    };

    public static ConversionBatch Batch(params ReportedConversion[] lines) => new() { Name = "actions", Lines = lines };

    public string SubIdOf(Pin pin) => new SubId(pin.LinkCode, new Guid("019bc000-0000-7000-8000-000000000001")).ToString();

    public Task<AppliedBatch> ApplyAsync(params ReportedConversion[] lines) => ApplyAsync(PartnerKey.Walmart, Batch(lines));

    public async Task<AppliedBatch> ApplyAsync(PartnerKey partner, ConversionBatch batch, ConnectionKind side = ConnectionKind.Live)
    {
        // Real reports never arrive in the same instant.
        Clock.Advance(TimeSpan.FromSeconds(1));
        return await Apply.RunAsync(new ApplyBatch.Command(partner, batch, Source: new ConversionSource(side, "account")), TestContext.Current.CancellationToken);
    }

    public async Task<Dictionary<LedgerAccount, long>> BalancesAsync()
    {
        await using var db = Database.CreateDbContext();
        var sums = await db.Set<LedgerEntry>().GroupBy(entry => entry.Account).Select(group => new { group.Key, Sum = group.Sum(entry => entry.AmountMinor) }).ToListAsync();
        return sums.Where(sum => sum.Sum != 0).ToDictionary(sum => sum.Key, sum => sum.Sum);
    }

    public async Task<Conversion> FindAsync(string key)
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<Conversion>().AsNoTracking().SingleAsync(row => row.ExternalKey == key);
    }

    public async Task<List<ConversionEvent>> EventsAsync(string key)
    {
        await using var db = Database.CreateDbContext();
        var id = (await FindAsync(key)).Id;
        return await db.Set<ConversionEvent>().AsNoTracking().Where(e => e.ConversionId == id).OrderBy(e => e.Id).ToListAsync();
    }

    public async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = Database.CreateDbContext();
        return await db.Set<T>().CountAsync();
    }

    public async Task AssertBooksAreRightAsync()
    {
        var report = await Verify.RunAsync(null, TestContext.Current.CancellationToken);
        Assert.Empty(report.Problems);
    }

    public Pin AddPin(StudioDb db, Creator creator, PartnerKey partner, string product, string caption = "Lamp tour")
    {
        var video = new Video
        {
            Id = Ids.New<VideoId>(), CreatorId = creator.Id, Caption = caption, MediaType = "video/mp4", FileName = "clip.mp4", CreatedAt = Clock.UtcNow(),
        };
        var offer = new Offer
        {
            Id = Ids.New<OfferId>(), Partner = partner, ExternalId = creator.Handle + product, Title = "Desk lamp", Merchant = "Shop", Category = "Home/Lighting",
            Currency = Currency.Usd, ProductUrl = "https://www.walmart.com/ip/1001", CreatedAt = Clock.UtcNow(),
        };
        var pin = new Pin
        {
            Id = Ids.New<PinId>(), CreatorId = creator.Id, VideoId = video.Id, OfferId = offer.Id, Partner = partner, LinkCode = LinkCode.Random(), Text = "My lamp",
            Disclosure = "Ad", State = PinState.Live, TargetUrl = "https://www.walmart.com/ip/1001?a=b", SubIdParameter = "subId1", PublishedAt = Clock.UtcNow(),
            UpdatedAt = Clock.UtcNow(),
        };
        db.AddRange(video, offer, pin);
        return pin;
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    private (Creator Creator, Pin Pin) AddCreator(StudioDb db, string handle, string tag)
    {
        var user = new StudioUser { Id = Guid.NewGuid(), UserName = handle, Email = handle + "@studio.test", CreatedAt = Clock.UtcNow() };
        var creator = new Creator { Id = Ids.New<CreatorId>(), UserId = user.Id, Handle = handle, DisplayName = handle, CreatedAt = Clock.UtcNow() };
        db.AddRange(user, creator);
        db.Add(new CreatorTag { CreatorId = creator.Id, Partner = PartnerKey.Amazon, Value = tag, UpdatedAt = Clock.UtcNow() });
        db.Add(new CreatorTag { CreatorId = creator.Id, Partner = PartnerKey.Walmart, Value = tag, UpdatedAt = Clock.UtcNow() });
        return (creator, AddPin(db, creator, PartnerKey.Walmart, "1001"));
    }
}
