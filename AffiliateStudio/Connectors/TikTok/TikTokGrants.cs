using AffiliateStudio.Connectors.TikTok.Wire;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>Makes a grant of a token answer. Lifetimes are the answer's own: TikTok has changed them before.</summary>
internal static class TikTokGrants
{
    // Only so that an answer without a lifetime is not taken for one that lasts: the token is refreshed when a call needs it.
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>The grant, or what is missing. A refresh that names no new refresh token or account keeps the old ones.</summary>
    public static PartnerResult<PlatformGrant> Of(TokenAnswer? answer, string? keptRefreshToken = null, string? keptOpenId = null)
    {
        var refreshToken = answer?.RefreshToken is { Length: > 0 } given ? given : keptRefreshToken;
        if (!IsToken(answer?.AccessToken) || !IsToken(refreshToken))
        {
            return Failures.Malformed(TikTokErrors.Partner, "a token answer without tokens");
        }

        if (answer!.OpenId is not { Length: > 0 and <= 128 } && keptOpenId is null)
        {
            return Failures.Malformed(TikTokErrors.Partner, "a token answer without an account");
        }

        return new PlatformGrant
        {
            AccessToken = answer.AccessToken!,
            AccessLifetime = Lifetime(answer.ExpiresIn) ?? Unknown,
            RefreshToken = refreshToken!,
            RefreshLifetime = Lifetime(answer.RefreshExpiresIn ?? answer.RefreshTokenExpiresIn),
            OpenId = answer.OpenId is { Length: > 0 } openId ? openId : keptOpenId!,
            Scopes = answer.Scope ?? string.Empty,
        };
    }

    private static TimeSpan? Lifetime(long? seconds) => seconds is > 0 and var given ? TimeSpan.FromSeconds(Math.Min(given, (long)Longest.TotalSeconds)) : null;

    // What has blanks or line breaks in it is no token and must not get into a header.
    private static bool IsToken(string? value) => value is { Length: > 0 and <= 4096 } && !value.AsSpan().ContainsAnyInRange('\0', ' ');
}
