using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.Amazon.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// Amazon's money: one report file per account and day. A file that changed is read again and replaces its day. Files carry shipped items only, so there is nothing
/// pending; returns come as negative lines.
/// </summary>
internal sealed class AmazonReports(AmazonClient client)
{
    private const int LargestFile = 128 * 1024 * 1024;

    // More than thirteen years of one account.
    private const int MostFiles = 5_000;

    // So many at once are no damaged files but a broken store.
    private const int MostDamaged = 10;

    /// <summary>Reads the files that are new or changed since the watermark, oldest day first, one batch each.</summary>
    public async IAsyncEnumerable<PartnerResult<ConversionBatch>> ReadAsync(
        ConnectionContext connection,
        string? watermark,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await client.PostAsync<ListReportsRequest, ListReportsAnswer>(connection, "reports/v1/listReports", new(), isPatient: true, cancellationToken);
        if (!listed.Succeeded)
        {
            yield return listed.Failure;
            yield break;
        }

        var files = Earnings(listed.Value.Reports ?? []);
        var done = AmazonWatermark.Parse(watermark).Only(files.Select(file => (file.Name.Filename, file.Version)));
        var changed = files.FindAll(file => !done.Contains(file.Name.Filename, file.Version));
        var damaged = new List<PartnerFailure>();
        var damagedInARow = 0;
        for (var i = 0; i < changed.Count && damagedInARow < MostDamaged; i++)
        {
            var read = await ReadFileAsync(connection, changed[i], cancellationToken);
            if (read.Succeeded)
            {
                damagedInARow = 0;
                done = done.With(changed[i].Name.Filename, changed[i].Version);
                yield return read.Value with { Watermark = done.ToString(), PercentDone = (i + 1) * 100 / changed.Count };
            }
            else if (read.Failure.Kind == PartnerFailureKind.MalformedAnswer)
            {
                // Days stand for themselves: a file that cannot be read is asked for again in the next run and holds up no other.
                damaged.Add(read.Failure);
                damagedInARow++;
            }
            else
            {
                yield return read.Failure;
                yield break;
            }
        }

        if (damaged is [var first, ..])
        {
            yield return first;
        }
    }

    // Newest day first, so that old files that stay damaged never stand before new ones. A list of more files than can be remembered loses its oldest.
    private static List<ReportFile> Earnings(IReadOnlyList<Report> reports) =>
    [
        .. reports
            .Select(report => (Report: report, Name: AmazonReportName.Parse(report.Filename)))
            .Where(entry => entry.Name is not null)
            .Select(entry => new ReportFile(entry.Name!, VersionOf(entry.Report), entry.Report))
            .OrderByDescending(file => file.Name.Day)
            .ThenBy(file => file.Name.Filename, StringComparer.Ordinal)
            .Take(MostFiles),
    ];

    private static string VersionOf(Report report) => report.Md5 ?? report.LastModified ?? report.Size?.ToString(CultureInfo.InvariantCulture) ?? "read";

    private async Task<PartnerResult<ConversionBatch>> ReadFileAsync(ConnectionContext connection, ReportFile file, CancellationToken cancellationToken)
    {
        var located = await client.PostAsync<GetReportRequest, GetReportAnswer>(
            connection, "reports/v1/getReport", new GetReportRequest { Filename = file.Name.Filename }, isPatient: true, cancellationToken);
        if (!located.Succeeded)
        {
            return located.Failure;
        }

        var fetched = await client.FetchFileAsync(connection, located.Value.Url, cancellationToken);
        if (!fetched.Succeeded)
        {
            return fetched.Failure;
        }

        var text = Unpack(fetched.Value, file);
        if (!text.Succeeded)
        {
            return text.Failure;
        }

        var table = AmazonReportTable.Read(text.Value, file.Name, AmazonMarketplace.Of(connection));
        return table.Succeeded
            ? table.Value with
            {
                Name = file.Name.Filename,
                ReplacesScope = AmazonReportKeys.AccountDay(file.Name.StoreId, file.Name.Day),
                AsOf = PartnerDay.ParseTime(file.Report.LastModified)?.UtcDateTime,
            }
            : table.Failure;
    }

    private static PartnerResult<string> Unpack(byte[] file, ReportFile expected)
    {
        byte[] content;
        try
        {
            content = IsGzip(file) ? Gunzip(file) : file;
        }
        catch (InvalidDataException)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Name.Filename} is damaged");
        }
        catch (AnswerTooLargeException exception)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Name.Filename}: {exception.Message}");
        }

        // Whether size and checksum are of the packed or the unpacked file is not documented; either will do.
        if (expected.Report.Size is { } size && size != file.Length && size != content.Length)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Name.Filename} has another size than listed");
        }

        // A cut-off archive unpacks without complaint; its last four bytes are the size that it should have come to.
        if (expected.Report.Md5 is null && IsGzip(file) && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(file.Length - 4)) != (uint)content.Length)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Name.Filename} is cut off");
        }

        if (expected.Report.Md5 is { Length: 32 } md5 && !Matches(md5, file) && !Matches(md5, content))
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Name.Filename} does not match its checksum");
        }

        return Encoding.UTF8.GetString(content);
    }

    private static bool IsGzip(byte[] file) => file is [0x1f, 0x8b, _, _, ..];

    // A few kilobytes can unpack to gigabytes, so the unpacked size is what is limited.
    private static byte[] Gunzip(byte[] file)
    {
        using var packed = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(chunk)) > 0)
        {
            if (content.Length + read > LargestFile)
            {
                throw new AnswerTooLargeException(LargestFile);
            }

            content.Write(chunk, 0, read);
        }

        return content.ToArray();
    }

#pragma warning disable CA5351 // MD5 is the checksum that the API gives; it guards against damage, not against attackers.
    private static bool Matches(string md5, byte[] content) => string.Equals(Convert.ToHexString(MD5.HashData(content)), md5, StringComparison.OrdinalIgnoreCase);
#pragma warning restore CA5351

    private sealed record ReportFile(AmazonReportName Name, string Version, Report Report);
}
