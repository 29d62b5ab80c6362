using System.IO.Compression;
using System.Text;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Gets the text out of what a person uploaded: a CSV or TSV in any usual encoding, or the zip of the dashboard. Never unpacks more than it may.</summary>
internal static class ExportFile
{
    /// <summary>The largest upload, and the most that one file of a zip may unpack to, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const int MostEntries = 50;

    private static readonly Error Spreadsheet = new(
        "earnings.export.spreadsheet", "This is an Excel workbook. Download the report from Amazon as CSV and upload that.", "file");

    /// <summary>The text of the earnings report in the upload.</summary>
    public static Result<string> Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return new Error("earnings.export.empty", "The file is empty. Download the report again and upload it.", "file");
        }

        if (content.Length > LargestFile)
        {
            return TooLarge("The file");
        }

        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return Spreadsheet;
        }

        return content is [(byte)'P', (byte)'K', 3, 4, ..] ? ReadZip(content) : Result.Of(Decode(content));
    }

    private static Result<string> ReadZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                return new Error("earnings.export.zip", "This zip holds too many files to be a report. Upload the CSV in it.", "file");
            }

            if (zip.Entries.Any(entry => entry.FullName is "[Content_Types].xml" || entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
            {
                return Spreadsheet;
            }

            var tables = zip.Entries.Where(entry => Path.GetExtension(entry.Name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt").ToList();
            var report = tables.Find(entry => entry.Name.Contains("earnings", StringComparison.OrdinalIgnoreCase)) ?? (tables.Count == 1 ? tables[0] : null);
            if (report is null)
            {
                return new Error("earnings.export.zip", "There is no earnings report in this zip. It should hold a file such as Fee-Earnings.csv.", "file");
            }

            using var stream = report.Open();
            return Limited(stream) is { } unpacked ? Result.Of(Decode(unpacked)) : TooLarge(report.Name);
        }
        catch (InvalidDataException)
        {
            return new Error("earnings.export.damaged", "This zip is damaged. Download the report again.", "file");
        }
    }

    // What a zip says about its sizes is not to be believed: what comes out is counted.
    private static byte[]? Limited(Stream stream)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (unpacked.Length + read > LargestFile)
            {
                return null;
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    private static string Decode(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content, 2, content.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(content),
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(content),
        _ => Utf8OrLatin(content),
    };

    private static string Utf8OrLatin(byte[] content)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    private static Error TooLarge(string what) =>
        new("earnings.export.too-large", $"{what} is larger than 20 MB. Choose a shorter period at Amazon, 90 days at most, and upload that.", "file");
}
