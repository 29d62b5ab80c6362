using System.Text.Json.Serialization;

namespace AffiliateStudio.Connectors.TikTok.Wire;

/// <summary>A flat token answer. An error may come with any status, so both shapes are one.</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("open_id")]
    public string? OpenId { get; init; }

    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    // The developers' program calls it refresh_expires_in, the one for businesses refresh_token_expires_in.
    [JsonPropertyName("refresh_expires_in")]
    public long? RefreshExpiresIn { get; init; }

    [JsonPropertyName("refresh_token_expires_in")]
    public long? RefreshTokenExpiresIn { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? Description { get; init; }
}

internal sealed record BusinessTokenRequest
{
    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public required string ClientSecret { get; init; }

    [JsonPropertyName("grant_type")]
    public string? GrantType { get; init; }

    [JsonPropertyName("auth_code")]
    public string? AuthCode { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("redirect_uri")]
    public string? RedirectUri { get; init; }
}
