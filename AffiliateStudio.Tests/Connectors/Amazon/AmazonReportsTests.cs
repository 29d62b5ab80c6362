using System.IO.Compression;
using System.Net;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using static AffiliateStudio.Tests.Connectors.Amazon.ReportShelf;

namespace AffiliateStudio.Tests.Connectors.Amazon;

public sealed class AmazonReportsTests
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_WithTitleLineTotalsAndReturns_IsReadWhole()
    {
        var partner = Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip($"Earnings report, 14 January\n{Header}\r\n{Shipped}\r\n{Returned}\r\nTotal\t\t\t\t\t\t\t1\t34.99\t1.05\t\t\t\r\n\r\n")));

        var batch = Assert.Single(await ReadAsync(partner));

        Assert.Equal("studio-20-earnings-report-20260114.tsv.gz", batch.Name);
        Assert.Equal(AmazonReportKeys.AccountDay("studio-20", new DateOnly(2026, 1, 14)), batch.ReplacesScope);
        Assert.Equal(new DateTime(2026, 1, 15, 9, 12, 44, DateTimeKind.Utc), batch.AsOf);
        Assert.Empty(batch.Rejected);
        Assert.Equal(100, batch.PercentDone);
        var shipped = batch.Lines.Single(line => line.Quantity == 2);
        Assert.Equal("creator-20/2026-01-14/B0TEST0001/1", shipped.ExternalKey);
        Assert.Equal(new Money(6998, Currency.Usd), shipped.SaleAmount);
        Assert.Equal(new Money(210, Currency.Usd), shipped.Commission);
        Assert.Equal(ConversionState.Approved, shipped.State);
        Assert.Equal("creator-20", shipped.TrackingTag);
        Assert.Equal("abc-1", shipped.SubId);
        Assert.Equal(new DateTime(2026, 1, 14, 20, 0, 0, DateTimeKind.Utc), shipped.OccurredAt);
        var returned = batch.Lines.Single(line => line.Quantity == -1);
        Assert.Equal(new Money(-105, Currency.Usd), returned.Commission);
        Assert.Equal("Returned", returned.StateRaw);
    }

    [Fact]
    public async Task PreSignedAddress_GetsNoToken()
    {
        var partner = Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip($"{Header}\n{Shipped}")));

        await ReadAsync(partner);

        var fetch = partner.Calls.Single(call => call.Address.Host.EndsWith(".amazonaws.com", StringComparison.Ordinal));
        Assert.Null(fetch.Header("Authorization"));
        Assert.Null(fetch.Header("x-marketplace"));
    }

    [Fact]
    public async Task PreSignedAddress_OnAForeignHost_IsNotFetched()
    {
        var partner = Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip(Header)))
            .On("/never", "{}");
        var moved = new FakePartner().On("/oauth2/token", """{"access_token":"t"}""")
            .On("listReports", """{"reports":[{"filename":"studio-20-earnings-report-20260114.tsv.gz"}]}""")
            .On("getReport", """{"url":"http://169.254.169.254/latest/meta-data/"}""");

        var failure = (await ResultsAsync(moved, null)).Single().Failure!;

        Assert.Equal("foreign host", failure.Code);
        Assert.DoesNotContain(moved.Calls, call => call.Address.Host == "169.254.169.254");
        Assert.NotEmpty(await ReadAsync(partner));
    }

    [Fact]
    public async Task Watermark_LeavesOutWhatWasReadAndTakesWhatChanged()
    {
        var day14 = ("studio-20-earnings-report-20260114.tsv.gz", Zip($"{Header}\n{Shipped}"));
        var day15 = ("studio-20-earnings-report-20260115.tsv.gz", Zip($"{Header}\n{Shipped}"));
        var first = await ReadAsync(Partner(day14, day15));
        Assert.Equal([day15.Item1, day14.Item1], first.Select(batch => batch.Name));
        Assert.Equal([50, 100], first.Select(batch => batch.PercentDone));

        Assert.Empty(await ReadAsync(Partner(day14, day15), first[^1].Watermark));

        var changed = (day14.Item1, Zip($"{Header}\n{Shipped}\n{Returned}"));
        Assert.Equal([day14.Item1], (await ReadAsync(Partner(changed, day15), first[^1].Watermark)).Select(batch => batch.Name));
        Assert.Equal([day14.Item1], (await ReadAsync(Partner(day14, day15), first[0].Watermark)).Select(batch => batch.Name));
    }

    [Theory]
    [InlineData("studio-20-orders-report-20260114.tsv.gz")]
    [InlineData("studio-20-tracking-report-20260114.tsv.gz")]
    [InlineData("studio-20-bounty-report-20260114.tsv.gz")]
    [InlineData("studio-20-earnings-report-20260114.xml.gz")]
    [InlineData("studio-20-earnings-report-20261399.tsv.gz")]
    [InlineData("us_standardized_apparel_retail.xml.gz")]
    [InlineData("mystore-report-2026.tsv.gz")]
    public async Task OtherKindsOfReports_AreLeftAlone(string name)
    {
        var partner = Partner((name, Zip(Header)));

        Assert.Empty(await ReadAsync(partner));
        Assert.Empty(partner.CallsTo("getReport"));
    }

    [Fact]
    public async Task Columns_InAnyOrderAndCase_AreFoundByTheirName()
    {
        const string Table = "earnings\tTRACKING_ID\tasin\tRevenue\tQty\tName\n1.05\tcreator-20\tB0TEST0001\t34.99\t1\tDesk Lamp\n";
        var partner = Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip(Table)));

        var line = Assert.Single((await ReadAsync(partner)).Single().Lines);

        Assert.Equal((105L, 3499L, 1, "creator-20", "Desk Lamp", null), (line.Commission.MinorUnits, line.SaleAmount.MinorUnits, line.Quantity, line.TrackingTag, line.ProductTitle, line.SubId));
    }

    [Fact]
    public async Task EntryWithFewMembers_IsFetchedAllTheSame()
    {
        var file = Zip($"{Header}\n{Shipped}");
        var partner = new FakePartner()
            .On("/oauth2/token", """{"access_token":"tok-abc"}""")
            .On("listReports", """{"reports":[{"filename":"studio-20-earnings-report-20260114.tsv.gz"},{"size":1},{"filename":null}]}""")
            .On("getReport", """{"url":"https://reports.s3.amazonaws.com/file.tsv.gz?X-Amz-Expires=300"}""")
            .On("/file.tsv.gz", _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(file) });

        var batch = Assert.Single(await ReadAsync(partner));

        Assert.Single(batch.Lines);
        Assert.Null(batch.AsOf);
        Assert.Equal("""{"filename":"studio-20-earnings-report-20260114.tsv.gz"}""", partner.CallsTo("getReport").Single().Body);
        Assert.All(new[] { "listReports", "getReport" }, call => Assert.Equal(("Bearer tok-abc, Version 2.1", "www.amazon.com"), (partner.CallsTo(call).Single().Header("Authorization"), partner.CallsTo(call).Single().Header("x-marketplace"))));
    }

    [Fact]
    public async Task UnreadableLines_AreReportedWithTheirNumber()
    {
        var partner = Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip($"{Header}\n{Shipped}\nHome\tX\tnope\tS\tt-20\tD\t1\t1\t1\t1\t1%\t\t\n{Shipped.Replace("69.98", "abc", StringComparison.Ordinal)}\nshort")));

        var batch = (await ReadAsync(partner)).Single();

        Assert.Single(batch.Lines);
        Assert.Equal([3, 4, 5], batch.Rejected.Select(line => line.LineNumber));
        Assert.All(batch.Rejected, line => Assert.NotEmpty(line.Reason));
    }

    [Fact]
    public async Task DamagedOrExchangedFile_StopsAndKeepsTheWatermark()
    {
        var good = Zip($"{Header}\n{Shipped}");
        foreach (var (content, md5) in new[] { (good[..20], (string?)null), (Zip("something else"), Md5(good)), (Encoding.UTF8.GetBytes("<html>no</html>"), null) })
        {
            var result = Assert.Single(await ResultsAsync(Partner(("studio-20-earnings-report-20260114.tsv.gz", content, md5)), null));
            Assert.Equal(PartnerFailureKind.MalformedAnswer, result.Failure!.Kind);
        }
    }

    [Fact]
    public async Task Checksum_OfTheUnpackedFile_WillDoToo()
    {
        var text = $"{Header}\n{Shipped}";

        Assert.Single(await ReadAsync(Partner(("studio-20-earnings-report-20260114.tsv.gz", Zip(text), Md5(Encoding.UTF8.GetBytes(text))))));
    }

    [Fact]
    public async Task GzipBomb_IsRefused()
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 130; i++)
            {
                zip.Write(zeros);
            }
        }

        var result = Assert.Single(await ResultsAsync(Partner(("studio-20-earnings-report-20260114.tsv.gz", buffer.ToArray())), null));

        Assert.Contains("larger than", result.Failure!.Message, StringComparison.Ordinal);
    }

    private async Task<List<ConversionBatch>> ReadAsync(FakePartner partner, string? watermark = null) => [.. (await ResultsAsync(partner, watermark)).Select(result => result.Value)];

    private Task<List<PartnerResult<ConversionBatch>>> ResultsAsync(FakePartner partner, string? watermark) => ReportShelf.ReadAsync(partner, watermark, _clock, Cancel);
}
