using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.Rakuten.Wire;

internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }
}

// The APIs write errors in several ways; none of the members is certain.
internal sealed record ErrorAnswer
{
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? Description { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("fault")]
    public FaultAnswer? Fault { get; init; }

    [JsonIgnore]
    public string? Words => Message ?? Description ?? Fault?.Description ?? Fault?.Message ?? Fault?.FaultString ?? Error;
}

internal sealed record FaultAnswer
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("faultstring")]
    public string? FaultString { get; init; }
}
