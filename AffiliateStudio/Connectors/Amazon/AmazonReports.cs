using System.Buffers.Binary;
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

        var done = AmazonWatermark.Parse(watermark);
        var changed = Choose(listed.Value.Reports ?? [], done);
        for (var i = 0; i < changed.Count; i++)
        {
            var read = await ReadFileAsync(connection, changed[i], cancellationToken);
            if (!read.Succeeded)
            {
                yield return read.Failure;
                yield break;
            }

            done = done.With(changed[i].Filename, changed[i].Version);
            yield return read.Value with { Watermark = done.ToString(), PercentDone = (i + 1) * 100 / changed.Count };
        }
    }

    private static List<ReportFile> Choose(IReadOnlyList<Report> reports, AmazonWatermark done) =>
    [
        .. reports
            .Select(report => (Report: report, Name: AmazonReportName.Parse(report.Filename)))
            .Where(entry => entry.Name is not null)
            .Select(entry => new ReportFile(entry.Report.Filename!, entry.Report.Md5 ?? entry.Report.LastModified ?? "read", entry.Name!, entry.Report))
            .Where(file => !done.Contains(file.Filename, file.Version))
            .OrderBy(file => file.Name.Day)
            .ThenBy(file => file.Filename, StringComparer.Ordinal),
    ];

    private async Task<PartnerResult<ConversionBatch>> ReadFileAsync(ConnectionContext connection, ReportFile file, CancellationToken cancellationToken)
    {
        var located = await client.PostAsync<GetReportRequest, GetReportAnswer>(
            connection, "reports/v1/getReport", new GetReportRequest { Filename = file.Filename }, isPatient: true, cancellationToken);
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
                Name = file.Filename,
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
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Filename} is damaged");
        }
        catch (AnswerTooLargeException exception)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Filename}: {exception.Message}");
        }

        // A cut-off archive unpacks without complaint; its last four bytes are the size that it should have come to.
        if (expected.Report.Md5 is null && IsGzip(file) && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(file.Length - 4)) != (uint)content.Length)
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Filename} is cut off");
        }

        // Whether the checksum is of the packed or the unpacked file is not documented; either will do.
        if (expected.Report.Md5 is { Length: 32 } md5 && !Matches(md5, file) && !Matches(md5, content))
        {
            return Failures.Malformed(AmazonErrors.Partner, $"{expected.Filename} does not match its checksum");
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

    private sealed record ReportFile(string Filename, string Version, AmazonReportName Name, Report Report);
}
