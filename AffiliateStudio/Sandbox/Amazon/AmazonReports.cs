using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>
/// Earnings reports: one gzipped TSV per day of the partner (Pacific time) with a row per shipped order and a negative row per return. The report of a day is written
/// anew while the day goes on.
/// </summary>
internal sealed class AmazonReports(OrderBook orders, SandboxCredentials credentials, TimeProvider clock)
{
    private static readonly string[] Header =
        ["Product Line", "Item", "ASIN", "Seller", "Tracking ID", "Date Shipped", "Price", "Quantity", "Revenue", "Earnings", "Referral Fee Rate", "Sub Tag"];

    /// <summary>All reports there are, oldest first.</summary>
    public async Task<List<AmazonReportFile>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Day).OrderBy(day => day.Key).Select(day => Write(day.Key, [.. day]))];
    }

    /// <summary>A report by its file name, or null.</summary>
    public async Task<AmazonReportFile?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Find(file => file.Name == name);

    private async Task<List<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var rows = new List<Row>();
        foreach (var order in await orders.AllOfAsync(SandboxPartner.Amazon, cancellationToken))
        {
            if (!AmazonRequestCheck.TagForm().IsMatch(order.Tag) || (order.ReturnedAt is { } early && early < order.ShipsAt))
            {
                continue;
            }

            if (order.ShipsAt <= now)
            {
                rows.Add(new Row(PacificTime.DayOf(order.ShipsAt), order, 1));
            }

            if (order.ReturnedAt is { } returned && returned <= now)
            {
                rows.Add(new Row(PacificTime.DayOf(returned), order, -1));
            }
        }

        return rows;
    }

    private AmazonReportFile Write(DateOnly day, IReadOnlyList<Row> rows)
    {
        var text = new StringBuilder();
        text.Append("Earnings report for ").Append(credentials.AmazonPartnerTag).Append(", ").Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        text.AppendJoin('\t', Header).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin('\t', Cells(row)).Append('\n');
        }

        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        var bytes = buffer.ToArray();
        var settled = PacificTime.EndOf(day).AddHours(9);
        var now = clock.UtcNow();
        return new AmazonReportFile(
            $"{credentials.AmazonPartnerTag}-earnings-report-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.tsv.gz",
            bytes,
            Convert.ToHexStringLower(Md5(bytes)),
            now < settled ? now : settled);
    }

#pragma warning disable CA5351 // The listing carries an MD5 as a checksum, as the partner's does; nothing is kept secret by it.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static string[] Cells(Row row) =>
    [
        row.Order.Category,
        row.Order.Title.Replace('\t', ' '),
        row.Order.ProductId,
        row.Order.Seller,
        row.Order.Tag,
        row.Day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        Plain(row.Order.UnitPrice),
        (row.Sign * row.Order.Quantity).ToString(CultureInfo.InvariantCulture),
        Plain(row.Sign < 0 ? -row.Order.Amount : row.Order.Amount),
        Plain(row.Sign < 0 ? -row.Order.Payout : row.Order.Payout),
        row.Order.Rate.Format(CultureInfo.InvariantCulture).Replace(" ", string.Empty, StringComparison.Ordinal),
        row.Order.SubId,
    ];

    private static string Plain(Money money) => money.Major.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Row(DateOnly Day, SandboxOrder Order, int Sign);
}
