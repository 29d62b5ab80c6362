using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// The table inside a report file: tab separated, sometimes with a title line above the header. Columns are found by name, unknown ones ignored, because their layout is
/// not documented and differs between accounts.
/// </summary>
internal static class AmazonReportTable
{
    private const int HeaderWithin = 5;

    /// <summary>Reads the lines of a file. Its name and scope are the caller's to set.</summary>
    public static PartnerResult<ConversionBatch> Read(string text, AmazonReportName name, AmazonMarketplace marketplace)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var header = Array.FindIndex(lines, 0, Math.Min(HeaderWithin, lines.Length), line => Columns.Parse(line).IsComplete);
        if (header < 0)
        {
            // A day without orders has a header all the same. Nothing at all is no report, and taking it for one would take back the whole day.
            return Failures.Malformed(
                AmazonErrors.Partner,
                string.IsNullOrWhiteSpace(text.TrimStart('\uFEFF')) ? $"{name.Filename} is empty" : $"{name.Filename} has no columns ASIN, Tracking ID, Revenue and Earnings");
        }

        var columns = Columns.Parse(lines[header]);
        var read = new List<ReportedConversion>();
        var rejected = new List<RejectedLine>();
        for (var i = header + 1; i < lines.Length; i++)
        {
            var cells = lines[i].TrimEnd('\r').Split('\t');
            if (string.IsNullOrWhiteSpace(lines[i]) || cells[0].TrimStart().StartsWith("total", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (Line(columns, cells, name, marketplace, out var problem) is { } line)
            {
                read.Add(line);
            }
            else
            {
                rejected.Add(new RejectedLine(i + 1, lines[i].Length <= 500 ? lines[i].TrimEnd('\r') : lines[i][..500], problem));
            }
        }

        return new ConversionBatch { Name = string.Empty, Lines = AmazonReportKeys.Number(read), Rejected = rejected };
    }

    private static ReportedConversion? Line(Columns columns, string[] cells, AmazonReportName name, AmazonMarketplace marketplace, out string problem)
    {
        string Cell(int column) => column >= 0 && column < cells.Length ? cells[column].Trim().Trim('"') : string.Empty;

        if (AmazonLinks.AsinOf(Cell(columns.Asin)) is not { } asin)
        {
            problem = "The ASIN is not 10 letters and digits.";
            return null;
        }

        decimal? Amount(int column) => AmazonAmount.Parse(Cell(column), marketplace.WritesDecimalComma);
        var revenue = MajorAmount.ToMoney(Amount(columns.Revenue), marketplace.Currency);
        var earnings = MajorAmount.ToMoney(Amount(columns.Earnings), marketplace.Currency);
        if (revenue is not { } sale || earnings is not { } commission)
        {
            problem = $"{(revenue is null ? "Revenue" : "Earnings")} must be an amount such as 34.99 or -34.99.";
            return null;
        }

        var quantity = Amount(columns.Quantity) is { } pieces && pieces is >= -100_000 and <= 100_000 ? (int)pieces : sale.IsNegative ? -1 : 1;
        problem = string.Empty;
        return new ReportedConversion
        {
            ExternalKey = string.Empty,
            State = ConversionState.Approved,
            StateRaw = sale.IsNegative || commission.IsNegative || quantity < 0 ? "Returned" : "Shipped",
            OccurredAt = PartnerDay.Noon(name.Day, marketplace.TimeZone),
            PartnerDay = name.Day,
            SaleAmount = sale,
            Commission = commission,
            Quantity = quantity,
            ProductExternalId = asin,
            OfferExternalId = AmazonProductId.Of(asin, marketplace),
            ProductTitle = PlainText.FromHtml(Cell(columns.Title), 300),
            SubId = Cell(columns.SubTag) is { Length: > 0 } subTag ? subTag : null,
            TrackingTag = Cell(columns.TrackingId) is { Length: > 0 } tag ? tag : null,
        };
    }

    private sealed record Columns(int Asin, int TrackingId, int Revenue, int Earnings, int Quantity, int Title, int SubTag)
    {
        /// <summary>Whether the columns are there without which a line means nothing.</summary>
        public bool IsComplete => Asin >= 0 && TrackingId >= 0 && Revenue >= 0 && Earnings >= 0;

        public static Columns Parse(string line)
        {
            var names = line.TrimEnd('\r').Split('\t').Select(Plain).ToArray();
            int Find(params string[] candidates) => Array.FindIndex(names, candidates.Contains);
            return new Columns(
                Find("asin"),
                Find("trackingid", "tag", "associateid"),
                Find("revenue", "shippedrevenue"),
                Find("earnings", "adfees", "referralfees", "commission"),
                Find("quantity", "itemsshipped", "qty"),
                Find("item", "name", "title"),
                Find("subtag", "ascsubtag"));
        }

        private static string Plain(string name) => new([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
    }
}
