using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.ApplyConversions;

public sealed class ReplacedDayTests
{
    private static readonly DateOnly Day = new(2026, 1, 10);

    [Theory, ClassData(typeof(Engines))]
    public async Task Day_ReportedAgainWithoutALine_TakesThatLineBackAndLeavesTheOthers(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100), Sale("B0TEST0002", 250)));
        var untouched = (await world.EventsAsync("ada-20/2026-01-10/B0TEST0001/1")).Count;

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale("B0TEST0001", 100)));

        Assert.Equal((0, 0, 1, 1), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Removed));
        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        Assert.Equal(untouched, (await world.EventsAsync("ada-20/2026-01-10/B0TEST0001/1")).Count);
        Assert.Equal(ConversionEventKind.Withdrawn, (await world.EventsAsync("ada-20/2026-01-10/B0TEST0002/1"))[^1].Kind);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Line_TakenBack_ComesBackWithALaterReport(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100)));
        await world.ApplyAsync(PartnerKey.Amazon, File(2));

        await world.ApplyAsync(PartnerKey.Amazon, File(3, Sale("B0TEST0001", 100)));

        Assert.Equal(-80, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
        Assert.Equal(ConversionEventKind.Relisted, (await world.EventsAsync("ada-20/2026-01-10/B0TEST0001/1"))[^1].Kind);
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Report_OlderThanTheNewestOfItsDay_IsLeftOut(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale("B0TEST0001", 300)));

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100), Sale("B0TEST0002", 100)));

        Assert.Equal(2, outcome.Unchanged);
        Assert.Equal(-240, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Upload_OfADayThatTheApiReported_DoublesNothing(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100) with { SubId = world.SubIdOf(world.AdaAmazonPin) }, Sale("B0TEST0002", 250, "ben-20")));
        var upload = new ConversionBatch
        {
            Name = "export.csv", ReplacesScope = AmazonReportKeys.TagDay("ada-20", Day), Lines = AmazonReportKeys.Number([Sale("B0TEST0001", 100)]),
        };

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, upload);

        Assert.Equal((0, 0, 1, 0), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Removed));
        Assert.Equal(world.AdaAmazonPin.Id, (await world.FindAsync("ada-20/2026-01-10/B0TEST0001/1")).PinId);
        Assert.Equal(-280, (await world.BalancesAsync())[LedgerAccount.CreatorApproved]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ApiFile_WithoutALineThatAnUploadConfirmed_StillTakesItBack(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100)));
        await world.ApplyAsync(PartnerKey.Amazon, new ConversionBatch
        {
            Name = "export.csv", ReplacesScope = AmazonReportKeys.TagDay("ada-20", Day), Lines = AmazonReportKeys.Number([Sale("B0TEST0001", 120)]),
        });

        await world.ApplyAsync(PartnerKey.Amazon, File(24 * 60 * 30));

        Assert.Empty(await world.BalancesAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task ReturnRow_InALaterDay_TakesMoneyOffWithoutTouchingTheSale(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        await world.ApplyAsync(PartnerKey.Amazon, File(1, Sale("B0TEST0001", 100)));

        var outcome = await world.ApplyAsync(PartnerKey.Amazon, File(2, Sale("B0TEST0001", 100), Sale("B0TEST0001", -100) with { Quantity = -1 }));

        Assert.Equal("-$0.80 returned", outcome.Messages[world.Ada.Id]);
        Assert.Empty(await world.BalancesAsync());
        Assert.Equal(2, await world.CountAsync<Conversion>());
    }

    private static ReportedConversion Sale(string asin, long commission, string tag = "ada-20") => Line(string.Empty, ConversionState.Approved, commission, tag: tag) with
    {
        ProductExternalId = asin,
        PartnerDay = Day,
    };

    private static ConversionBatch File(int minute, params ReportedConversion[] lines) => new()
    {
        Name = "studio-20-earnings-report-20260110.tsv.gz",
        ReplacesScope = AmazonReportKeys.AccountDay("studio-20", Day),
        AsOf = new DateTime(2026, 1, 11, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minute),
        Lines = AmazonReportKeys.Number(lines),
    };
}
