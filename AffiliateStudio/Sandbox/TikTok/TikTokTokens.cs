using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Codes and tokens: a code works once and with its own redirect URI and verifier; a refresh token is replaced by each refresh.</summary>
internal sealed class TikTokTokens(TikTokWorld world)
{
    /// <summary>How long a developers' access token is good.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromHours(2);

    /// <summary>How long a business access token is good.</summary>
    public static readonly TimeSpan BusinessAccessLifetime = TimeSpan.FromHours(24);

    /// <summary>How long a refresh token is good.</summary>
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(180);

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private const int MostKept = 500;

    /// <summary>Gives a code after a person has allowed it. Codes hold characters that must be escaped in an address.</summary>
    public string GiveCode(TikTokUser user, bool isBusiness, string scopes, string redirectUri, string? challenge)
    {
        var code = Text(24) + "*" + Text(6) + "!" + Text(4) + ".va";
        world.Change(state =>
        {
            state.Tokens.RemoveAll(token => token.Code is not null && token.ExpiresAt < world.Now);
            if (state.Tokens.Count >= MostKept)
            {
                state.Tokens.RemoveRange(0, state.Tokens.Count - MostKept + 1);
            }

            state.Tokens.Add(new TikTokToken
            {
                User = user.Name, IsBusiness = isBusiness, Scopes = scopes, Code = code, RedirectUri = redirectUri, Challenge = challenge, ExpiresAt = world.Now + CodeLifetime,
            });
            return true;
        });
        return code;
    }

    /// <summary>Exchanges a code; null when it is not good.</summary>
    public TikTokToken? Exchange(bool isBusiness, string? code, string? redirectUri, string? verifier) => world.Change(state =>
    {
        var index = state.Tokens.FindIndex(token => token.Code is not null && token.Code == code && token.IsBusiness == isBusiness);
        if (index < 0)
        {
            return null;
        }

        var given = state.Tokens[index];
        state.Tokens.RemoveAt(index);
        if (given.ExpiresAt < world.Now || given.RedirectUri != redirectUri || (given.Challenge is { } challenge && challenge != Challenge(verifier)))
        {
            return null;
        }

        var made = Fresh(given);
        state.Tokens.Add(made);
        return made;
    });

    /// <summary>Gives new tokens for a refresh token; null when it is not good any more.</summary>
    public TikTokToken? Refresh(bool isBusiness, string? refresh) => world.Change(state =>
    {
        var index = state.Tokens.FindIndex(token => token.Refresh is not null && token.Refresh == refresh && token.IsBusiness == isBusiness && token.RefreshExpiresAt > world.Now);
        return index < 0 ? null : state.Tokens[index] = Fresh(state.Tokens[index]);
    });

    /// <summary>Ends a token; returns whether there was one.</summary>
    public bool Revoke(string? access) => world.Change(state => state.Tokens.RemoveAll(token => token.Access is not null && token.Access == access) > 0);

    /// <summary>Ends everything that an account allowed.</summary>
    public void RevokeAllOf(TikTokUser user) => world.Change(state => state.Tokens.RemoveAll(token => token.User == user.Name));

    /// <summary>The token of a call, or null when it is unknown or over.</summary>
    public TikTokToken? Find(bool isBusiness, string? access) => string.IsNullOrEmpty(access)
        ? null
        : world.Read(state => state.Tokens.Find(token => token.Access == access && token.IsBusiness == isBusiness && token.ExpiresAt > world.Now));

    /// <summary>Whether an account allows our app anything now.</summary>
    public bool HasAccess(TikTokUser user) => world.Read(state => state.Tokens.Exists(token => token.User == user.Name && token.Access is not null));

    private TikTokToken Fresh(TikTokToken token) => token with
    {
        Code = null,
        RedirectUri = null,
        Challenge = null,
        Access = "act." + Text(40),
        Refresh = "rft." + Text(40),
        ExpiresAt = world.Now + (token.IsBusiness ? BusinessAccessLifetime : AccessLifetime),
        RefreshExpiresAt = world.Now + RefreshLifetime,
    };

    private static string Challenge(string? verifier) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? string.Empty)));

    private static string Text(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}
