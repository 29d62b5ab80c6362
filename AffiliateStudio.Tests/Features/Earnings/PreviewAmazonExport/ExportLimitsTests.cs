using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using PreviewExport = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;
using static AffiliateStudio.Tests.Features.Earnings.AmazonUploads;
using static AffiliateStudio.Tests.Features.Earnings.EarningsWorld;

namespace AffiliateStudio.Tests.Features.Earnings.PreviewAmazonExport;

public sealed class ExportLimitsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "100,000.00", true)]
    [InlineData(DatabaseProvider.Sqlite, "100,000.01", false)]
    [InlineData(DatabaseProvider.Sqlite, "(100,000.01)", false)]
    [InlineData(DatabaseProvider.Postgres, "100,000.00", true)]
    [InlineData(DatabaseProvider.Postgres, "100,000.01", false)]
    [InlineData(DatabaseProvider.Postgres, "(100,000.01)", false)]
    public async Task Line_WithMoreThanTheLargestAmount_IsLeftOut(DatabaseProvider engine, string fees, bool isTaken)
    {
        await using var world = await CreateAsync(engine);

        var export = (await PreviewAsync(world, world.AsAda, Export(("B0TEST0001", "ada-20", "2026-01-10", fees)))).Value;

        Assert.Equal(isTaken ? 1 : 0, export.Lines.Count);
        Assert.All(export.Rejected, line => Assert.StartsWith("More than 100,000", line.Reason, StringComparison.Ordinal));
    }

    // The test clock stands at 15 January 2026.
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "2025-10-03", "2026-01-10", null)]
    [InlineData(DatabaseProvider.Sqlite, "2025-10-02", "2026-01-10", "earnings.export.too-long")]
    [InlineData(DatabaseProvider.Sqlite, "2026-01-10", "2026-01-15", null)]
    [InlineData(DatabaseProvider.Sqlite, "2026-01-10", "2026-01-16", "earnings.export.future")]
    [InlineData(DatabaseProvider.Postgres, "2025-10-03", "2026-01-10", null)]
    [InlineData(DatabaseProvider.Postgres, "2025-10-02", "2026-01-10", "earnings.export.too-long")]
    [InlineData(DatabaseProvider.Postgres, "2026-01-10", "2026-01-15", null)]
    [InlineData(DatabaseProvider.Postgres, "2026-01-10", "2026-01-16", "earnings.export.future")]
    public async Task Export_OfTooManyDaysOrOfTheFuture_IsRefused(DatabaseProvider engine, string first, string last, string? code)
    {
        await using var world = await CreateAsync(engine);

        var export = await PreviewAsync(world, AsAdmin, Export(("B0TEST0001", "ada-20", first, "1"), ("B0TEST0001", "ada-20", last, "1")));

        Assert.Equal(code, export.Error?.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Export_OfTooManyRows_IsRefused(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var text = new StringBuilder(Export());
        for (var row = 0; row < DelimitedText.MostRecords; row++)
        {
            text.Append("\nx");
        }

        Assert.Equal("earnings.export.too-many", (await PreviewAsync(world, AsAdmin, text.ToString())).Error?.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Creator_WhoseTagIsTheStudiosOwn_MayNotUpload(DatabaseProvider engine)
    {
        await using var world = await CreateAsync(engine);
        var connections = Connections(world);
        await connections.SaveSettingsAsync(PartnerKey.Amazon, ConnectionKind.Live, new Dictionary<string, string> { ["partnerTag"] = "ADA-20" }, Cancel);
        await connections.SetPausedAsync(PartnerKey.Amazon, isPaused: true, Cancel);
        var query = new PreviewExport.Query(world.AsAda, "export.csv", Encoding.UTF8.GetBytes(Export(("B0TEST0001", "ada-20", "2026-01-10", "1"))));

        Assert.Equal("earnings.export.house-tag", (await Preview(world, connections).RunAsync(query, Cancel)).Error?.Code);
    }

    [Fact]
    public void Text_ReadAfterItWasCancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => DelimitedText.Read("a,b", ',', new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("a, \"b,c\" ,d", "a|b,c|d")]
    [InlineData("a\"b\"\"c,\"\"\"x\"\"\",\"\"", "a\"b\"\"c|\"x\"|")]
    [InlineData("5\" lamp,\"5\"\" lamp\"", "5\" lamp|5\" lamp")]
    public void Quotes_InsideAndAroundCells_AreReadByTheirPlace(string text, string cells) =>
        Assert.Equal(cells, string.Join('|', Assert.Single(DelimitedText.Read(text, ',', Cancel)).Cells));
}
