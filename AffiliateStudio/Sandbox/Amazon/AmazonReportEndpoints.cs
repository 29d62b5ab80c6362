using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>listReports and getReport, and the file store behind the pre-signed URLs.</summary>
internal static class AmazonReportEndpoints
{
    private const int UrlSeconds = 300;
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapPost("/listReports", ListAsync);
        reports.MapPost("/getReport", GetAsync);
    }

    /// <summary>Maps the file store, which knows nothing of tokens.</summary>
    public static void MapFiles(RouteGroupBuilder amazon) => amazon.MapGet("/files/{name}", FileAsync);

    private static async Task<IResult> ListAsync(HttpContext context, AmazonReports reports)
    {
        var files = await reports.ListAsync(context.RequestAborted);
        return JsonBody.Answer(new JsonObject
        {
            ["reports"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject
            {
                ["filename"] = file.Name,
                ["md5"] = file.Md5,
                ["size"] = file.Content.Length,
                ["lastModified"] = file.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["reportType"] = "CREATOR_CENTRAL",
            })]),
        });
    }

    private static async Task<IResult> GetAsync(HttpContext context, AmazonReports reports, SandboxCredentials credentials, TimeProvider clock)
    {
        if (await JsonBody.ReadAsync(context.Request) is not { } body)
        {
            return AmazonErrors.Validation("CannotParse", "The request is not a JSON object.");
        }

        var check = new AmazonRequestCheck(body);
        var name = check.Text("filename", 255);
        if (string.IsNullOrEmpty(name))
        {
            check.Add("filename", "must not be empty");
        }

        if (check.Refusal is { } refusal)
        {
            return refusal;
        }

        if (await reports.FindAsync(name!, context.RequestAborted) is null)
        {
            return AmazonErrors.NotFound(name!, "REPORT");
        }

        var date = clock.UtcNow().ToString(Stamp, CultureInfo.InvariantCulture);
        var request = context.Request;
        return JsonBody.Answer(new JsonObject
        {
            ["url"] = $"{request.Scheme}://{request.Host}/sandbox/amazon/files/{name}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date={date}&X-Amz-Expires={UrlSeconds}&X-Amz-SignedHeaders=host"
                + $"&X-Amz-Signature={Signature(credentials, name!, date, UrlSeconds.ToString(CultureInfo.InvariantCulture))}",
        });
    }

    private static async Task<IResult> FileAsync(HttpContext context, string name, AmazonReports reports, SandboxCredentials credentials, TimeProvider clock)
    {
        var query = context.Request.Query;
        var (date, expires) = (query["X-Amz-Date"].ToString(), query["X-Amz-Expires"].ToString());
        if (context.Request.Headers.Authorization.Count > 0)
        {
            return StoreError(StatusCodes.Status400BadRequest, "InvalidArgument", "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter or the Authorization header should be specified");
        }

        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Signature(credentials, name, date, expires)),
            Encoding.UTF8.GetBytes(query["X-Amz-Signature"].ToString())))
        {
            return StoreError(StatusCodes.Status403Forbidden, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");
        }

        var signed = DateTime.ParseExact(date, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        if (clock.UtcNow() > signed.AddSeconds(int.Parse(expires, CultureInfo.InvariantCulture)))
        {
            return StoreError(StatusCodes.Status403Forbidden, "AccessDenied", "Request has expired");
        }

        return await reports.FindAsync(name, context.RequestAborted) is { } file
            ? Results.Bytes(file.Content, "application/x-gzip")
            : StoreError(StatusCodes.Status404NotFound, "NoSuchKey", "The specified key does not exist.");
    }

    private static string Signature(SandboxCredentials credentials, string name, string date, string expires) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(credentials.AmazonClientSecret), Encoding.UTF8.GetBytes($"file:{name}\n{date}\n{expires}")));

    private static IResult StoreError(int status, string code, string message) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{message}</Message></Error>", "application/xml", statusCode: status);
}
