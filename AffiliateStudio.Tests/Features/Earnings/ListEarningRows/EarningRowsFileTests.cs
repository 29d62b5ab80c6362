using System.Globalization;
using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Features.Accounts;
using AffiliateStudio.Tests.Support;
using EarningRowsOf = AffiliateStudio.Features.Earnings.ListEarningRows.ListEarningRows;

namespace AffiliateStudio.Tests.Features.Earnings.ListEarningRows;

public sealed class EarningRowsFileTests
{
    [Fact]
    public async Task File_OfRows_SaysWhatTheScreenSaysAndIsNoFormula()
    {
        var row = new EarningRow(
            default, new DateOnly(2026, 1, 10), "=HYPERLINK(\"http://evil\")", "Walmart", "Lamp, tour", "approved", new Money(-310, Currency.Usd), "80 % of -$3.88", "+returned", -1);

        using var file = new MemoryStream();
        await EarningRowsFile.WriteAsync(new[] { row }.ToAsyncEnumerable(), file, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(file.ToArray()[3..]);

        Assert.Equal(
            "Day (UTC),Product,Partner,Video,State,Quantity,Earned,Currency,Formula,Reason\r\n" +
            "2026-01-10,\"'=HYPERLINK(\"\"http://evil\"\")\",Walmart,\"Lamp, tour\",approved,-1,-3.10,USD,80 % of -$3.88,'+returned\r\n",
            text);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task File_OfMoreThanTenThousandRows_HoldsEveryRowOfTheScreenInItsOrder(DatabaseProvider engine)
    {
        await using var world = await EarningsWorld.CreateAsync(engine);
        await AddRowsAsync(world, 10_050);
        var list = new EarningRowsOf(world.Database, new PartnerDirectory(world.Database));
        var filter = EarningRowFilter.Parse(new EarningsPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)), "approved", null, null, "walmart", "USD");

        using var file = new MemoryStream();
        await EarningRowsFile.WriteAsync(list.EachAsync(world.AsAda, filter, TestContext.Current.CancellationToken), file, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var screen = await list.RunAsync(new EarningRowsOf.Query(world.AsAda, filter, 21, 500), TestContext.Current.CancellationToken);

        Assert.Equal((10_050, 10_050), (screen.Total, lines.Count));
        Assert.Equal(screen.Sums.Single().MinorUnits, lines.Sum(line => (long)(decimal.Parse(line.Split(',')[6], CultureInfo.InvariantCulture) * 100)));
        Assert.Equal(screen.Rows.Select(row => row.Product), lines.Skip(10_000).Select(line => line.Split(',')[1]));
    }

    [Fact]
    public async Task Download_OfACreator_IsTheFileOfTheChosenRows()
    {
        await using var studio = new StudioHost();
        using var client = studio.NewClient();
        using var browser = new AccountBrowser(client);
        await browser.SignInAsync("creator@studio.test", SharedAccounts.Password);

        using var answer = await client.GetAsync(EarningsRoutes.LedgerFile + "?from=2026-01-01&to=2026-01-31", TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("earnings-2026-01-01-2026-01-31.csv", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFDay (UTC),Product", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    // Approved rows of Ada, and one each that another filter or person would show.
    private static async Task AddRowsAsync(EarningsWorld world, int count)
    {
        await using var db = world.Database.CreateDbContext();
        db.AddRange(Enumerable.Range(1, count).Select(number => Row(world, number)));
        db.AddRange(Row(world, 20_001, ConversionState.Pending), Row(world, 20_002, creator: world.Ben.Id), Row(world, 20_003, partner: PartnerKey.Amazon));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Conversion Row(EarningsWorld world, int number, ConversionState state = ConversionState.Approved, CreatorId? creator = null, PartnerKey? partner = null) => new()
    {
        Id = world.Ids.New<ConversionId>(),
        Partner = partner ?? PartnerKey.Walmart,
        Side = ConnectionKind.Live,
        ExternalKey = string.Create(CultureInfo.InvariantCulture, $"line-{number:D5}"),
        CreatorId = creator ?? world.Ada.Id,
        State = state,
        StateRaw = state.ToString(),
        OccurredAt = new DateTime(2026, 1, 1 + (number % 30), 12, 0, 0, DateTimeKind.Utc),
        Day = new DateOnly(2026, 1, 1 + (number % 30)),
        Currency = Currency.Usd,
        CommissionMinor = number,
        CreatorMinor = number,
        CreatorShare = new Rate(10_000),
        ProductTitle = string.Create(CultureInfo.InvariantCulture, $"Product {number}"),
        Fingerprint = string.Empty,
        AsOf = world.Clock.UtcNow(),
        CreatedAt = world.Clock.UtcNow(),
        UpdatedAt = world.Clock.UtcNow(),
    };
}
