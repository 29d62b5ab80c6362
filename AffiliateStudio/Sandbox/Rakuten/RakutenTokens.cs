using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Issues tokens for the account's site and checks them. A token carries its use and expiry, signed, so that it stays valid across a restart of the sandbox.</summary>
internal sealed class RakutenTokens(SandboxCredentials credentials, TimeProvider clock)
{
    /// <summary>How long an access token lives, in the world's time.</summary>
    public const int LifetimeSeconds = 3_600;

    private const int RefreshSeconds = 30 * 86_400;

    /// <summary>Whether a header carries the account's key: the word Bearer, then id and secret in Base64.</summary>
    public bool AcceptsKey(string? header) =>
        Same(header, "Bearer " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.RakutenClientId}:{credentials.RakutenClientSecret}")));

    /// <summary>Whether it is the account's site.</summary>
    public bool AcceptsSite(string? scope) => scope == credentials.RakutenSid;

    /// <summary>Makes an access token.</summary>
    public string Issue() => Make("a", LifetimeSeconds);

    /// <summary>Makes a refresh token.</summary>
    public string IssueRefresh() => Make("r", RefreshSeconds);

    /// <summary>Whether a refresh token is good.</summary>
    public bool AcceptsRefresh(string token) => Problem(token, "r") is null;

    /// <summary>Checks a request's <c>Authorization</c> header.</summary>
    /// <returns>Null when it is right, else the answer.</returns>
    public IResult? Refusal(string? header)
    {
        const string Scheme = "Bearer ";
        return header?.StartsWith(Scheme, StringComparison.Ordinal) != true
            ? RakutenErrors.Unauthorized("Missing access token")
            : Problem(header[Scheme.Length..], "a") is { } problem ? RakutenErrors.Unauthorized(problem) : null;
    }

    private string Make(string use, int seconds)
    {
        var body = $"{use}.{clock.GetUtcNow().ToUnixTimeSeconds() + seconds}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        return $"{body}.{Signature(body)}";
    }

    private string? Problem(string token, string use)
    {
        var parts = token.Split('.');
        if (parts.Length != 4 || parts[0] != use || !Same(parts[3], Signature(string.Join('.', parts[..3]))))
        {
            return "Invalid access token";
        }

        return long.Parse(parts[1], CultureInfo.InvariantCulture) <= clock.GetUtcNow().ToUnixTimeSeconds() ? "Access token expired" : null;
    }

    private string Signature(string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(credentials.RakutenClientSecret), Encoding.UTF8.GetBytes("rakuten:" + body)));

    private static bool Same(string? given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? string.Empty), Encoding.UTF8.GetBytes(right));
}
