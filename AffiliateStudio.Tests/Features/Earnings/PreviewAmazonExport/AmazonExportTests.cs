using System.IO.Compression;
using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using CommitExport = AffiliateStudio.Features.Earnings.CommitAmazonExport.CommitAmazonExport;
using PreviewExport = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.PreviewAmazonExport;

public sealed class AmazonExportTests
{
    private const string Us =
        "Fee-Earnings reports from 01-10-2026 to 01-12-2026\r\n" +
        "Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group\r\n" +
        "Home,\"Lamp, brass\",B0TEST0001,Amazon,ada-20,01/10/2026,\"1,249.99\",2,0,\"2,499.98\",74.99,PHONE\r\n" +
        "Home,Lamp,B0TEST0001,Amazon,ada-20,01/11/2026,34.99,0,1,(34.99),-1.05,DESKTOP\r\n" +
        "Home,Desk,B0TEST0002,Amazon,ben-20,01/10/2026,100.00,1,0,100.00,3.00,PHONE\r\n" +
        "Home,Chair,NOT-AN-ASIN,Amazon,ada-20,01/10/2026,10.00,1,0,10.00,0.30,PHONE\r\n" +
        "Home,Chair,B0TEST0003,Amazon,ada-20,the other day,10.00,1,0,10.00,0.30,PHONE\r\n" +
        "Home,Chair,B0TEST0003,Amazon,ada-20,01/10/2026,10.00,1,0,ten,0.30,PHONE\r\n" +
        "Total,,,,,,,4,1,\"2,574.99\",77.24,\r\n";

    private const string Uk =
        "Category\tName\tASIN\tSeller\tTracking ID\tDate Shipped\tPrice\tItems Shipped\tReturns\tRevenue\tAd Fees\tDirect\n" +
        "Home\tLamp\tB0TEST0001\tAmazon\tada-20\t14/01/2026\t£34.99\t1\t0\t£34.99\t£1.05\tyes\n";

    [Theory, ClassData(typeof(Engines))]
    public async Task UsExport_OfACreator_TakesOwnLinesAndSaysWhyOthersAreLeftOut(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        var export = (await PreviewAsync(world, world.AsAda, Encoding.UTF8.GetBytes(Us))).Value;

        Assert.Equal([7_499, -105], export.Lines.Select(line => line.Conversion.Commission.MinorUnits));
        Assert.Equal([249_998, -3_499], export.Lines.Select(line => line.Conversion.SaleAmount.MinorUnits));
        Assert.Equal([2, -1], export.Lines.Select(line => line.Conversion.Quantity));
        Assert.Equal("Lamp, brass", export.Lines[0].Conversion.ProductTitle);
        Assert.Equal(Currency.Usd, export.Currency);
        Assert.Equal([5, 6, 7, 8], export.Rejected.Select(line => line.LineNumber));
        Assert.Equal("It belongs to the tracking id ben-20; yours is ada-20.", export.Rejected[0].Reason);
        Assert.Equal([(new DateOnly(2026, 1, 10), 1), (new DateOnly(2026, 1, 11), 1)], export.Days.Select(day => (day.Day, day.Lines)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameExport_TakenInTwice_ChangesNothingTheSecondTime(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);

        var first = (await CommitAsync(world, AsAdmin, Us)).Value;
        var entries = await world.CountAsync<LedgerEntry>();
        var second = (await CommitAsync(world, AsAdmin, Us)).Value;

        Assert.Equal((3, 0, 0), (first.Added, first.Changed, first.Unchanged));
        Assert.Equal((0, 0, 3, 0), (second.Added, second.Changed, second.Unchanged, second.Removed));
        Assert.Equal(entries, await world.CountAsync<LedgerEntry>());
        await world.AssertBooksAreRightAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Commit_OfAnotherCreatorsLines_TakesNothingIn(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var everything = (await PreviewAsync(world, AsAdmin, Encoding.UTF8.GetBytes(Us))).Value;

        var outcome = await Commit(world).RunAsync(new CommitExport.Command(world.AsBen, everything), TestContext.Current.CancellationToken);

        Assert.Equal(1, outcome.Value.Added);
        Assert.Equal(world.Ben.Id, (await world.FindAsync("ben-20/2026-01-10/B0TEST0002/1")).CreatorId);
        Assert.Equal(1, await world.CountAsync<Conversion>());
    }

    [Fact]
    public async Task UkExport_WithTabsAndNoTitle_IsInPoundsWithTheDayFirst()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);

        var line = Assert.Single((await PreviewAsync(world, world.AsAda, Encoding.UTF8.GetBytes(Uk))).Value.Lines).Conversion;

        Assert.Equal((new Money(105, Currency.Gbp), new DateOnly(2026, 1, 14)), (line.Commission, line.PartnerDay));
    }

    [Fact]
    public async Task NewerUsExport_WithAColumnMoreAndNoTitle_IsRead()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);
        const string Newer =
            "Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group,Direct Sale\n" +
            "Home,Lamp,B0TEST0001,Amazon,ada-20,2026-01-10 00:00:00,34.99,1,0,34.99,1.05,PHONE,Direct\n";

        var line = Assert.Single((await PreviewAsync(world, world.AsAda, Encoding.UTF8.GetBytes(Newer))).Value.Lines).Conversion;

        Assert.Equal((new Money(105, Currency.Usd), new DateOnly(2026, 1, 10), 1), (line.Commission, line.PartnerDay, line.Quantity));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public async Task Export_InAnyUsualEncoding_IsRead(string name)
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);
        var encoding = Encoding.GetEncoding(name);

        var export = await PreviewAsync(world, world.AsAda, [.. encoding.GetPreamble(), .. encoding.GetBytes(Uk.Replace("Lamp", "Lämp", StringComparison.Ordinal))]);

        Assert.Equal("Lämp", Assert.Single(export.Value.Lines).Conversion.ProductTitle);
    }

    [Fact]
    public async Task Zip_OfTheDashboard_GivesItsEarningsFile()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);

        var export = await PreviewAsync(world, world.AsAda, Zip(("Fee-Orders.csv", "nothing"), ("Fee-Earnings.csv", Us), ("Fee-DailyTrends.csv", "nothing")));

        Assert.Equal(2, export.Value.Lines.Count);
    }

    [Fact]
    public async Task Zip_ThatUnpacksToMoreThanTheLimit_IsRefused()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);

        var export = await PreviewAsync(world, world.AsAda, Zip(("Fee-Earnings.csv", new string(' ', ExportFile.LargestFile + 1))));

        Assert.Equal("earnings.export.too-large", export.Error?.Code);
    }

    [Theory]
    [InlineData("", "earnings.export.empty")]
    [InlineData("hello", "earnings.export.headings")]
    [InlineData("Category,Name,ASIN,Date,Qty,Price($),Link Type,Tag,Indirect Sales\nHome,Lamp,B0TEST0001,01/10/2026,1,3,text,ada-20,0", "earnings.export.orders")]
    [InlineData("Category,Name,ASIN,Date,Qty,Price,Link Type,Tag,Orders through product links,Device Type Group\nHome,Lamp,B0TEST0001,10/01/2026,1,3,text,ada-20,0,PHONE", "earnings.export.orders")]
    [InlineData("Link Type,Clicks,Items Ordered,Conversion,Ordered Revenue($),Items Shipped,Ad Fees($)\ntext,3,1,33%,10,1,0.30", "earnings.export.headings")]
    [InlineData("Date,Clicks,Items Ordered (Amazon),Items Ordered (3rd Party),Total Items Ordered,Conversion\n2026-01-10,3,1,0,1,33%", "earnings.export.headings")]
    [InlineData("Name,ASIN,Tracking ID,Date Shipped,Revenue($),Ad Fees($)\nTotal,,,,0,0\n", "earnings.export.no-rows")]
    [InlineData("PK\u0003\u0004 but no zip", "earnings.export.damaged")]
    public async Task File_ThatIsNoEarningsExport_IsRefusedWithItsReason(string content, string code)
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(code, (await PreviewAsync(world, world.AsAda, Encoding.UTF8.GetBytes(content))).Error?.Code);
    }

    [Fact]
    public async Task Workbook_OfExcel_IsRefusedWithWhatToDo()
    {
        await using var world = await CreateAsync(DatabaseProvider.Sqlite);

        var export = await PreviewAsync(world, world.AsAda, Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")));

        Assert.Contains("CSV", export.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("$1,234", "1234")]
    [InlineData("(0.30)", "-0.30")]
    [InlineData("0.30-", "-0.30")]
    [InlineData("−0.30", "-0.30")]
    [InlineData("1.234,50 €", "1234.50")]
    [InlineData("12,5", "12.5")]
    [InlineData("", null)]
    [InlineData("1e9", null)]
    [InlineData("99999999999999999999", null)]
    public void Amount_AsExportsWriteIt_IsRead(string text, string? expected) =>
        Assert.Equal(expected, ExportValues.Amount(text)?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-01-14", false)]
    [InlineData("2026-01-14 00:00:00", false)]
    [InlineData("2026-01-14T00:00:00Z", false)]
    [InlineData("1/14/2026", false)]
    [InlineData("14/01/2026", true)]
    [InlineData("January 14, 2026", false)]
    [InlineData("Jan 14, 2026 12:30:00 AM", false)]
    [InlineData("14-Jan-2026", true)]
    public void Day_AsExportsWriteIt_IsRead(string text, bool dayFirst) => Assert.Equal(new DateOnly(2026, 1, 14), ExportValues.Day(text, dayFirst));

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static PreviewExport Preview(EarningsWorld world) => AmazonUploads.Preview(world);

    private static CommitExport Commit(EarningsWorld world) => new(Preview(world), world.Apply);

    private static Task<Result<AmazonExport>> PreviewAsync(EarningsWorld world, Actor actor, byte[] content) =>
        Preview(world).RunAsync(new PreviewExport.Query(actor, "report.csv", content), TestContext.Current.CancellationToken);

    private static async Task<Result<ExportEffect>> CommitAsync(EarningsWorld world, Actor actor, string text)
    {
        var export = await PreviewAsync(world, actor, Encoding.UTF8.GetBytes(text));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return await Commit(world).RunAsync(new CommitExport.Command(actor, export.Value), TestContext.Current.CancellationToken);
    }
}
