using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Issues bearer tokens and checks them. A token carries its style and expiry, signed, so that it stays valid across a restart of the sandbox.</summary>
internal sealed class AmazonTokens(SandboxCredentials credentials, TimeProvider clock)
{
    /// <summary>How long a token lives, in the world's time.</summary>
    public const int LifetimeSeconds = 3_600;

    /// <summary>Whether these are the account's credentials.</summary>
    public bool Accepts(string? id, string? secret) => Same(id, credentials.AmazonClientId) & Same(secret, credentials.AmazonClientSecret);

    /// <summary>Makes a token.</summary>
    /// <param name="style">2 or 3, the first digit of the credential version.</param>
    public string Issue(int style)
    {
        var body = $"{style}.{clock.GetUtcNow().ToUnixTimeSeconds() + LifetimeSeconds}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        return $"{body}.{Signature(body)}";
    }

    /// <summary>
    /// Checks a request's <c>Authorization</c> header. A token of style 2 needs the literal suffix <c>, Version 2.x</c>, one of style 3 must not have any.
    /// </summary>
    /// <returns>Null when it is right, else the answer.</returns>
    public IResult? Refusal(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return AmazonErrors.Unauthorized("MissingCredential", "The Authorization header is missing.");
        }

        const string Scheme = "Bearer ";
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return AmazonErrors.Unauthorized("InvalidToken", "The Authorization header must carry a bearer token.");
        }

        var parts = header[Scheme.Length..].Split(", Version ", 2);
        var token = parts[0].Split('.');
        if (token.Length != 4 || !Same(token[3], Signature(string.Join('.', token[..3]))))
        {
            return AmazonErrors.Unauthorized("InvalidToken", "The token is not valid.");
        }

        if (long.Parse(token[1], CultureInfo.InvariantCulture) <= clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return AmazonErrors.Unauthorized("TokenExpired", "The token has expired.");
        }

        var rightForm = token[0] == "2" ? parts.Length == 2 && parts[1] is "2.1" or "2.2" or "2.3" : parts.Length == 1;
        return rightForm ? null : AmazonErrors.Unauthorized("UnsupportedClient", "The credential version in the Authorization header does not fit the token.");
    }

    private string Signature(string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(credentials.AmazonClientSecret), Encoding.UTF8.GetBytes("token:" + body)));

    private static bool Same(string? given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? string.Empty), Encoding.UTF8.GetBytes(right));
}
