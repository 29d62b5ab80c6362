using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Reads the earnings export of the Associates dashboard (file Fee-Earnings): a title line may stand above the headings, a totals line below the rows.</summary>
internal static class AmazonExportParser
{
    private const int HeadingsWithin = 5;
    private const int LongestReason = 300;

    // No order line comes near it; a file that says so is wrong, or meant to be.
    private const decimal LargestAmount = 100_000m;

    /// <summary>Reads the text of an export.</summary>
    /// <param name="fileName">The name it was uploaded under.</param>
    /// <param name="text">The text.</param>
    /// <param name="timeZone">The partner's zone, in which its days are.</param>
    /// <param name="currency">The currency that the person chose, or null to go by the headings.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Result<AmazonExport> Parse(string fileName, string text, TimeZoneInfo timeZone, Currency? currency, CancellationToken cancellationToken)
    {
        var records = DelimitedText.Read(text, DelimitedText.Sniff(text), cancellationToken);
        if (records.Count > DelimitedText.MostRecords)
        {
            return new Error("earnings.export.too-many", "The file has more than 100,000 rows. Choose a shorter period at Amazon and upload that.", "file");
        }

        var headings = records.Take(HeadingsWithin).FirstOrDefault(record => ExportColumns.Parse(record.Cells) is not null);
        if (headings is null)
        {
            return records.Take(HeadingsWithin).Any(record => ExportColumns.IsOrders(record.Cells))
                ? new Error("earnings.export.orders", "This is the orders export; it says what was ordered, not what it earned. Upload the earnings export (Fee-Earnings).", "file")
                : new Error("earnings.export.headings", "These are not the columns of an earnings export: ASIN, Tracking ID, Date Shipped, Revenue and Ad Fees are needed.", "file");
        }

        var columns = ExportColumns.Parse(headings.Cells)!;
        columns = columns with { Currency = currency ?? columns.Currency };
        var lines = new List<ExportLine>();
        var rejected = new List<RejectedLine>();
        foreach (var record in records.SkipWhile(record => record != headings).Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Cells[0].StartsWith("total", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var line = Line(record, columns, timeZone);
            if (line.Succeeded)
            {
                lines.Add(new ExportLine(record.LineNumber, line.Value));
            }
            else
            {
                rejected.Add(new RejectedLine(record.LineNumber, record.Text, line.Error.Message));
            }
        }

        return lines.Count + rejected.Count == 0
            ? new Error("earnings.export.no-rows", "The report has no rows. Choose a period with earnings at Amazon and download it again.", "file")
            : new AmazonExport(fileName, columns.Currency, lines, rejected) { IsPartial = rejected.Count > 0 };
    }

    private static Result<ReportedConversion> Line(DelimitedRecord record, ExportColumns columns, TimeZoneInfo timeZone)
    {
        string Cell(int column) => column >= 0 && column < record.Cells.Count ? record.Cells[column] : string.Empty;

        var asin = Cell(columns.Asin).ToUpperInvariant();
        if (asin.Length != 10 || !asin.All(char.IsAsciiLetterOrDigit))
        {
            return Wrong($"“{asin}” is not an ASIN, which has 10 letters and digits.");
        }

        if (Cell(columns.Tag) is not { Length: > 0 and <= 64 } tag)
        {
            return Wrong("The tracking id is missing.");
        }

        if (ExportValues.Day(Cell(columns.Day), columns.DayFirst) is not { } day)
        {
            return Wrong($"“{Cell(columns.Day)}” is not a day such as {(columns.DayFirst ? "14/01/2026" : "01/14/2026")} or 2026-01-14.");
        }

        if (ExportValues.Amount(Cell(columns.Revenue)) is not { } revenue || ExportValues.Amount(Cell(columns.Fees)) is not { } fees)
        {
            return Wrong($"Revenue “{Cell(columns.Revenue)}” and fees “{Cell(columns.Fees)}” must be amounts such as 1,234.50.");
        }

        if (Math.Abs(revenue) > LargestAmount || Math.Abs(fees) > LargestAmount)
        {
            return Wrong("More than 100,000 on one line is not taken in. Check the amounts; if they are right, ask an admin to assign the order.");
        }

        var pieces = Pieces(Cell(columns.Shipped)) - Math.Abs(Pieces(Cell(columns.Returns)));
        var quantity = pieces != 0 ? pieces : revenue < 0 || fees < 0 ? -1 : 1;
        return new ReportedConversion
        {
            ExternalKey = string.Empty,
            State = ConversionState.Approved,
            StateRaw = revenue < 0 || fees < 0 || quantity < 0 ? "Returned" : "Shipped",
            OccurredAt = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), timeZone),
            PartnerDay = day,
            SaleAmount = Money.FromMajor(revenue, columns.Currency),
            Commission = Money.FromMajor(fees, columns.Currency),
            Quantity = quantity,
            ProductExternalId = asin,
            ProductTitle = Cell(columns.Title),
            SubId = Cell(columns.SubTag) is { Length: > 0 } subTag ? subTag : null,
            TrackingTag = tag.ToLowerInvariant(),
        };
    }

    private static int Pieces(string text) => ExportValues.Amount(text) is { } pieces and > -100_000 and < 100_000 ? (int)pieces : 0;

    private static Result<ReportedConversion> Wrong(string reason) => new Error("earnings.export.line", reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…");
}
