using System.Globalization;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;
using static AffiliateStudio.Tests.Connectors.Amazon.ReportShelf;

namespace AffiliateStudio.Tests.Connectors.Amazon;

/// <summary>Files that are not what the list says, and the memory of those that were read.</summary>
public sealed class AmazonReportFilesTests
{
    private const string Day14 = "studio-20-earnings-report-20260114.tsv.gz";
    private const string Day15 = "studio-20-earnings-report-20260115.tsv.gz";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("\uFEFF \r\n", true)]
    public async Task File_WithoutAnyText_TakesNothingBackAndIsReadAgain(string text, bool isZipped)
    {
        var content = isZipped ? Zip(text) : Encoding.UTF8.GetBytes(text);

        foreach (var md5 in new[] { null, Md5(content) })
        {
            var result = Assert.Single(await ReadAsync(Partner((Day14, content, md5, (long?)null))));
            Assert.Equal(PartnerFailureKind.MalformedAnswer, result.Failure?.Kind);
            Assert.Contains(Day14, result.Failure!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_WithTitleAndHeaderOnly_IsADayWithoutOrders()
    {
        var batch = Assert.Single(await ReadAsync(Partner((Day14, Zip($"Earnings report\n{Header}\n"))))).Value;

        Assert.Empty(batch.Lines);
        Assert.Equal(AmazonReportKeys.AccountDay("studio-20", new DateOnly(2026, 1, 14)), batch.ReplacesScope);
        Assert.NotNull(batch.Watermark);
    }

    [Fact]
    public async Task File_ThatIsDamaged_HoldsUpNoOtherDayAndIsReadAgain()
    {
        var good = Zip($"{Header}\n{Shipped}");
        var results = await ReadAsync(Partner((Day14, good), (Day15, Zip(string.Empty))));

        Assert.Equal(Day14, results[0].Value.Name);
        Assert.Equal(PartnerFailureKind.MalformedAnswer, results[1].Failure?.Kind);
        Assert.Equal(2, results.Count);
        Assert.Equal([Day15], (await ReadAsync(Partner((Day14, good), (Day15, good)), results[0].Value.Watermark)).Select(result => result.Value.Name));
    }

    [Fact]
    public async Task Files_ThatStayDamaged_NeverStandBeforeANewDay()
    {
        var old = Enumerable.Range(1, 12).Select(day => ($"studio-20-earnings-report-202601{day:D2}.tsv.gz", Zip(string.Empty)));

        var results = await ReadAsync(Partner([.. old, (Day14, Zip($"{Header}\n{Shipped}"))]));

        Assert.Equal(Day14, results[0].Value.Name);
    }

    [Fact]
    public async Task Files_ThatAreAllDamaged_AreGivenUpAfterAFew()
    {
        var partner = Partner([.. Enumerable.Range(1, 28).Select(day => ($"studio-20-earnings-report-202601{day:D2}.tsv.gz", Zip(string.Empty)))]);

        Assert.False(Assert.Single(await ReadAsync(partner)).Succeeded);

        Assert.InRange(partner.CallsTo("getReport").Count(), 2, 10);
    }

    [Fact]
    public async Task Size_OfTheList_IsThatOfTheFilePackedOrUnpacked()
    {
        var text = $"{Header}\n{Shipped}";
        var content = Zip(text);

        Assert.True(Assert.Single(await ReadAsync(Partner((Day14, content, null, (long?)content.Length)))).Succeeded);
        Assert.True(Assert.Single(await ReadAsync(Partner((Day14, content, null, (long?)text.Length)))).Succeeded);
        foreach (var size in new long[] { content.Length + 1, text.Length - 1, 0 })
        {
            var failure = Assert.Single(await ReadAsync(Partner((Day14, content, null, (long?)size)))).Failure;
            Assert.Equal(PartnerFailureKind.MalformedAnswer, failure?.Kind);
            Assert.Contains("size", failure!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task FourHundredFiles_ReadOnce_AreNotReadAgain()
    {
        var files = Enumerable.Range(0, 400)
            .Select(day => ($"studio-20-earnings-report-{new DateOnly(2025, 1, 1).AddDays(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.tsv.gz", Zip($"{Header}\n{Shipped}")))
            .ToArray();
        var watermark = (await ReadAsync(Partner(files)))[^1].Value.Watermark;

        var again = Partner(files);
        Assert.Empty(await ReadAsync(again, watermark));
        Assert.Empty(again.CallsTo("getReport"));

        files[200].Item2 = Zip($"{Header}\n{Shipped}\n{Returned}");
        Assert.Equal([files[200].Item1], (await ReadAsync(Partner(files), watermark)).Select(result => result.Value.Name));
    }

    [Fact]
    public async Task Watermark_ForgetsFilesThatAreNotListedAnyMore()
    {
        var good = Zip($"{Header}\n{Shipped}");
        var both = (await ReadAsync(Partner((Day14, good), (Day15, good))))[^1].Value.Watermark!;

        var changed = Zip($"{Header}\n{Returned}");
        var left = (await ReadAsync(Partner((Day15, changed)), both))[^1].Value.Watermark!;

        Assert.Equal((await ReadAsync(Partner((Day15, changed))))[^1].Value.Watermark, left);
        Assert.True(left.Length < both.Length);
        Assert.Empty(await ReadAsync(Partner((Day15, changed)), left));
    }

    [Theory]
    [InlineData("1.05-", -105L)]
    [InlineData("-1.05", -105L)]
    [InlineData("($1,001.05)", -100105L)]
    [InlineData("abc12", null)]
    [InlineData("1,05", null)]
    [InlineData("12,34.00", null)]
    [InlineData("1.0.5", null)]
    [InlineData("--1.05", null)]
    [InlineData("(1.05", null)]
    [InlineData("1.05 each", null)]
    public async Task Earnings_InALine_AreReadStrictlyOrTheLineIsRejected(string written, long? cents)
    {
        var batch = Assert.Single(await ReadAsync(Partner((Day14, Zip($"{Header}\n{Shipped.Replace("\t2.10\t", $"\t{written}\t", StringComparison.Ordinal)}"))))).Value;

        Assert.Equal(cents is { } known ? [known] : [], batch.Lines.Select(line => line.Commission.MinorUnits));
        Assert.All(batch.Rejected, line => Assert.Contains("Earnings", line.Reason, StringComparison.Ordinal));
        Assert.Equal(cents is null ? 1 : 0, batch.Rejected.Count);
    }

    [Fact]
    public async Task DecimalComma_InTheFileOfACountryThatWritesIt_IsReadRight()
    {
        var file = (Day14, Zip($"{Header}\n{Shipped.Replace("69.98", "1.234,56 €", StringComparison.Ordinal).Replace("\t2.10\t", "\t-12,50\t", StringComparison.Ordinal)}"));

        var german = Assert.Single(await ReportShelf.ReadAsync(Partner(file), null, _clock, Cancel, ("marketplace", "www.amazon.de"))).Value;
        var american = Assert.Single(await ReadAsync(Partner(file))).Value;

        Assert.Equal((123456L, -1250L), (german.Lines.Single().SaleAmount.MinorUnits, german.Lines.Single().Commission.MinorUnits));
        Assert.Single(american.Rejected);
    }

    private Task<List<PartnerResult<ConversionBatch>>> ReadAsync(FakePartner partner, string? watermark = null) => ReportShelf.ReadAsync(partner, watermark, _clock, Cancel);
}
