using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.Amazon;

/// <summary>Amazon with report files that a test puts there.</summary>
internal static class ReportShelf
{
    public const string Header = "Product Line\tItem\tASIN\tSeller\tTracking ID\tDate Shipped\tPrice\tQuantity\tRevenue\tEarnings\tReferral Fee Rate\tSub Tag\tA New Column";
    public const string Shipped = "Home\tDesk \"Lamp\"\tB0TEST0001\tAmazon.com\tcreator-20\t01/14/2026\t34.99\t2\t69.98\t2.10\t3%\tabc-1\tx";
    public const string Returned = "Home\tDesk Lamp\tB0TEST0001\tAmazon.com\tcreator-20\t01/14/2026\t34.99\t-1\t-34.99\t-1.05\t3%\tabc-1\tx";

    /// <summary>Files with their right checksums.</summary>
    public static FakePartner Partner(params (string Name, byte[] Content)[] files) => Partner([.. files.Select(file => (file.Name, file.Content, (string?)Md5(file.Content)))]);

    /// <summary>Files with the checksums that the list gives.</summary>
    public static FakePartner Partner(params (string Name, byte[] Content, string? Md5)[] files) =>
        Partner([.. files.Select(file => (file.Name, file.Content, file.Md5, (long?)file.Content.Length))]);

    /// <summary>Files with the checksums and sizes that the list gives.</summary>
    public static FakePartner Partner(params (string Name, byte[] Content, string? Md5, long? Size)[] files)
    {
        var reports = files.Select(file => new { filename = file.Name, md5 = file.Md5, size = file.Size, lastModified = "2026-01-15T09:12:44Z", reportType = "SOMETHING_NEW" });
        var partner = new FakePartner()
            .On("/oauth2/token", """{"access_token":"tok-abc","expires_in":3600}""")
            .On("listReports", JsonSerializer.Serialize(new { reports }))
            .On("getReport", call => FakePartner.Json(
                $$"""{"url":"https://reports.s3.us-east-1.amazonaws.com/{{JsonDocument.Parse(call.Body).RootElement.GetProperty("filename").GetString()}}?X-Amz-Expires=300"}"""));
        foreach (var file in files)
        {
            partner.On("/" + file.Name, _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(file.Content) });
        }

        return partner;
    }

    /// <summary>Reads all that is new.</summary>
    public static async Task<List<PartnerResult<ConversionBatch>>> ReadAsync(
        FakePartner partner, string? watermark, TimeProvider clock, CancellationToken cancel, params (string Name, string Value)[] settings)
    {
        var results = new List<PartnerResult<ConversionBatch>>();
        await foreach (var result in ConnectorSetup.Amazon(partner, clock).ReadAsync(ConnectorSetup.AmazonConnection(settings), watermark, cancel))
        {
            results.Add(result);
        }

        return results;
    }

    public static byte[] Zip(string text)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }

#pragma warning disable CA5351 // The checksum that the API gives.
    public static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351
}
