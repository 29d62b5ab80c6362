using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.ReadBoughtItems;
using AffiliateStudio.Features.Earnings.ReadEarningHistory;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Features.Partners;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReadHistory = AffiliateStudio.Features.Earnings.ReadEarningHistory.ReadEarningHistory;
using ReadItems = AffiliateStudio.Features.Earnings.ReadBoughtItems.ReadBoughtItems;
using Rows = AffiliateStudio.Features.Earnings.ListEarningRows.ListEarningRows;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ReadBoughtItems;

public sealed class ReadBoughtItemsTests
{
    private static readonly PartnerFailure Throttled = new(PartnerFailureKind.Throttled, "429", "Too many calls.", "It goes on by itself.");
    private static readonly PartnerFailure Gone = new(PartnerFailureKind.NotFound, "404", "No such action.", "Nothing to do.");
    private static readonly PartnerFailure Odd = new(PartnerFailureKind.MalformedAnswer, "malformed answer", "A web page.", "Nothing to do.");

    private static readonly ReportedItem Lamp = new()
    {
        Sku = "1001", Name = "Arc Desk Lamp", Category = "Home", Quantity = 1, SaleAmount = new Money(2_500, Currency.Usd), Commission = new Money(125, Currency.Usd),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Orders_AreAskedAboutOnceNewestFirstAndNoMoreThanARunMay(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("old", 1), Order("new", 3), Order("middle", 2));
        await world.ApplyAsync(PartnerKey.Walmart, Batch(Order("play money", 4)), ConnectionKind.Sandbox);
        var walmart = new TellingPartner(key => Items(Lamp with { Name = "Lamp of " + key }));
        var read = await ReaderAsync(world, walmart);

        var first = await read.RunAsync(PartnerKey.Walmart, 2, Cancel);
        var second = await read.RunAsync(PartnerKey.Walmart, 2, Cancel);
        var third = await read.RunAsync(PartnerKey.Walmart, 2, Cancel);

        Assert.Equal([new BoughtItems(2, null), new BoughtItems(1, null), new BoughtItems(0, null)], [first, second, third]);
        Assert.Equal(["new", "middle", "old"], walmart.Asked);
        Assert.Equal("Lamp of old", Assert.Single(await ItemsAsync(world, "old")).Name);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ChangedOrder_IsAskedAboutAgain_AndItsItemsAreReplaced(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("a", 1), Order("b", 2));
        IReadOnlyList<ReportedItem> told = [Lamp, Lamp with { Sku = "2" }, Lamp with { Sku = "3" }];
        var walmart = new TellingPartner(_ => Items([.. told]));
        var read = await ReaderAsync(world, walmart);
        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);
        var returned = new DateTime(2026, 1, 12, 8, 0, 0, DateTimeKind.Utc);
        told = [Lamp, Lamp with { Quantity = -1, SaleAmount = null, AdjustedAt = returned, AdjustmentReason = "ITEM_RETURNED" }];
        await world.ApplyAsync(Order("a", 1) with { State = ConversionState.Reversed, StateRaw = "REVERSED" });

        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);

        Assert.Equal(["b", "a", "a"], walmart.Asked);
        var items = await ItemsAsync(world, "a");
        Assert.Equal([(1, 1, 2_500, null, ""), (2, -1, null, returned, "ITEM_RETURNED")], items.Select(item => (item.Ordinal, item.Quantity, item.SaleMinor, item.AdjustedAt, item.AdjustmentReason)));
        Assert.Equal(3, (await ItemsAsync(world, "b")).Count);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OrderThatChanges_WhileItsItemsAreRead_IsAskedAboutAgain(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("a", 1));
        var walmart = new TellingPartner(_ => Items(Lamp));
        walmart.Meanwhile = () => world.ApplyAsync(Order("a", 1) with { State = ConversionState.Approved });
        var read = await ReaderAsync(world, walmart);

        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);
        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);
        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);

        Assert.Equal(["a", "a"], walmart.Asked);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Throttle_StopsTheRun_AndTheNextGoesOnFromThere(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("old", 1), Order("new", 3), Order("middle", 2));
        var isThrottled = true;
        var walmart = new TellingPartner(key => isThrottled && key == "middle" ? Throttled : Items(Lamp));
        var read = await ReaderAsync(world, walmart);

        var stopped = await read.RunAsync(PartnerKey.Walmart, 200, Cancel);
        isThrottled = false;
        var rest = await read.RunAsync(PartnerKey.Walmart, 200, Cancel);

        Assert.Equal(new BoughtItems(1, Throttled), stopped);
        Assert.Equal(new BoughtItems(2, null), rest);
        Assert.Equal(["new", "middle", "middle", "old"], walmart.Asked);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task OrderThatIsGone_IsLeftAlone_AndAnUnreadableOneHoldsUpNoOther(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("fine", 1), Order("odd", 2), Order("gone", 3));
        var walmart = new TellingPartner(key => key switch { "gone" => Gone, "odd" => Odd, _ => Items(Lamp) });
        var read = await ReaderAsync(world, walmart);

        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);
        await read.RunAsync(PartnerKey.Walmart, 200, Cancel);

        Assert.Equal(["gone", "odd", "fine", "odd"], walmart.Asked);
        Assert.Single(await ItemsAsync(world, "fine"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task FirstItem_NamesTheRowOfAPartnerThatNamesNoProduct_AndTheFactsStay(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var unnamed = Order("unnamed", 2) with { ProductExternalId = null, ProductTitle = "Online Sale", SubId = world.SubIdOf(world.AdaPin) };
        await world.ApplyAsync(unnamed, Order("named", 1) with { SubId = world.SubIdOf(world.AdaPin) });
        var nobody = unnamed with { ExternalKey = "nobody's", SubId = null };
        await world.ApplyAsync(nobody);
        await (await ReaderAsync(world, new TellingPartner(_ => Items(Lamp with { Name = string.Empty }, Lamp, Lamp with { Name = "Bulb" })))).RunAsync(PartnerKey.Walmart, 200, Cancel);

        var month = EarningRowFilter.Parse(new EarningsPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)), null, null, null, null, null);
        var rows = await new Rows(world.Database, new PartnerDirectory(world.Database)).RunAsync(new Rows.Query(world.AsAda, month), Cancel);

        Assert.Equal(["Arc Desk Lamp", "Desk lamp"], rows.Rows.Select(row => row.Product));
        Assert.Equal("Online Sale", (await world.FindAsync("unnamed")).ProductTitle);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Details_OfAnOwnOrder_ListItsItems_AndOfAnothersNone(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(Order("a", 1) with { SubId = world.SubIdOf(world.AdaPin) });
        var at = new DateTime(2026, 1, 12, 8, 0, 0, DateTimeKind.Utc);
        await (await ReaderAsync(world, new TellingPartner(_ => Items(Lamp, Lamp with { Name = "", Quantity = -1, SaleAmount = null, AdjustedAt = at, AdjustmentReason = "ITEM_RETURNED" }))))
            .RunAsync(PartnerKey.Walmart, 200, Cancel);
        var history = new ReadHistory(world.Database);
        var id = (await world.FindAsync("a")).Id;

        var own = await history.RunAsync(new(world.AsAda, id), Cancel);
        var others = await history.RunAsync(new(world.AsBen, id), Cancel);

        Assert.Equal(
            [
                new EarningItem("Arc Desk Lamp", 1, new Money(2_500, Currency.Usd), new Money(125, Currency.Usd), string.Empty, null),
                new EarningItem("1001", -1, null, new Money(125, Currency.Usd), "returned", at),
            ],
            own.Items);
        Assert.Empty(others.Items);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Conversion_ThatGoes_TakesItsItemsAlong(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await using var db = world.Database.CreateDbContext();
        var now = world.Clock.GetUtcNow().UtcDateTime;
        var row = new Conversion
        {
            Id = world.Ids.New<ConversionId>(), Partner = PartnerKey.Walmart, ExternalKey = "a", StateRaw = "PENDING", Currency = Currency.Usd, Fingerprint = "f",
            OccurredAt = now, AsOf = now, CreatedAt = now, UpdatedAt = now,
        };
        db.Add(row);
        db.Add(new ConversionItem { ConversionId = row.Id, Ordinal = 1, Name = "Lamp", SaleCurrency = Currency.Usd, CommissionCurrency = Currency.Usd });
        await db.SaveChangesAsync(Cancel);

        await db.InWriteAsync(token => db.Set<Conversion>().ExecuteDeleteAsync(token), Cancel);

        Assert.Equal(0, await world.CountAsync<ConversionItem>());
    }

    [Fact]
    public async Task Job_SharesItsCallsAmongThePartners()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);
        await world.ApplyAsync([.. Enumerable.Range(0, 250).Select(at => Order($"w{at}", 1))]);
        await world.ApplyAsync(PartnerKey.Amazon, Batch(Order("t", 1)));
        var other = new TellingPartner(_ => Items(Lamp)) { Partner = PartnerKey.Amazon };
        var walmart = new TellingPartner(_ => Items(Lamp));

        await new ReadBoughtItemsJob(await ReaderAsync(world, other, walmart)).RunAsync(new JobProgress((_, _) => { }), Cancel);

        Assert.Equal((1, 199), (other.Asked.Count, walmart.Asked.Count));
    }

    private static PartnerResult<IReadOnlyList<ReportedItem>> Items(params ReportedItem[] items) => items;

    private static ReportedConversion Order(string key, int day) =>
        Line(key, ConversionState.Pending, 125) with { OccurredAt = new DateTime(2026, 1, 10 + day, 12, 0, 0, DateTimeKind.Utc) };

    private static async Task<List<ConversionItem>> ItemsAsync(EarningsWorld world, string key)
    {
        var id = (await world.FindAsync(key)).Id;
        await using var db = world.Database.CreateDbContext();
        return await db.Set<ConversionItem>().AsNoTracking().Where(item => item.ConversionId == id).OrderBy(item => item.Ordinal).ToListAsync(Cancel);
    }

    private static async Task<ReadItems> ReaderAsync(EarningsWorld world, params TellingPartner[] partners)
    {
        var connections = PartnersScene.Connections(world.Database, new EphemeralDataProtectionProvider(), world.Clock);
        foreach (var partner in partners)
        {
            await connections.SaveSettingsAsync(partner.Partner, ConnectionKind.Live, new Dictionary<string, string> { ["key"] = "value" }, Cancel);
        }

        return new ReadItems(world.Database, partners, connections, NullLogger<ReadItems>.Instance);
    }
}
