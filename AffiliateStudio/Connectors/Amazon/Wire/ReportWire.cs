using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Amazon.Wire;

internal sealed record ListReportsRequest;

internal sealed record GetReportRequest
{
    [JsonPropertyName("filename")]
    public required string Filename { get; init; }
}

internal sealed record ListReportsAnswer
{
    [JsonPropertyName("reports")]
    public IReadOnlyList<Report>? Reports { get; init; }
}

internal sealed record Report
{
    [JsonPropertyName("filename")]
    public string? Filename { get; init; }

    [JsonPropertyName("md5")]
    public string? Md5 { get; init; }

    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonPropertyName("lastModified")]
    public string? LastModified { get; init; }
}

internal sealed record GetReportAnswer
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }
}
