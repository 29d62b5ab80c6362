using System.Security.Cryptography;
using System.Text.Json;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.DataProtection;

namespace AffiliateStudio.Features.Videos;

/// <summary>Tokens as they are stored: encrypted for their own account and program, so that a value copied to another row is of no use.</summary>
internal sealed class PlatformTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Purpose = "AffiliateStudio.PlatformSignIns";

    /// <summary>Puts what the platform gave into a row.</summary>
    public void Write(PlatformSignIn signIn, PlatformGrant grant)
    {
        var now = clock.UtcNow();
        signIn.ProtectedTokens = For(signIn).Protect(JsonSerializer.Serialize(new Pair(grant.AccessToken, grant.RefreshToken)));
        signIn.OpenId = grant.OpenId;
        signIn.AccessExpiresAt = now + grant.AccessLifetime;
        signIn.RefreshExpiresAt = now + grant.RefreshLifetime;
        signIn.Scopes = grant.Scopes.Length > 0 && grant.Scopes.Length <= 1000 ? grant.Scopes : signIn.Scopes;
        signIn.NeedsSignIn = false;
    }

    /// <summary>The tokens of a row, or null when they were encrypted with a key that is lost.</summary>
    public Pair? Read(PlatformSignIn signIn)
    {
        try
        {
            return JsonSerializer.Deserialize<Pair>(For(signIn).Unprotect(signIn.ProtectedTokens));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(PlatformSignIn signIn) => protection.CreateProtector(Purpose, signIn.AccountId.Value.ToString("N"), signIn.Program.ToString());

    /// <summary>The tokens in the clear.</summary>
    /// <param name="Access">For calls.</param>
    /// <param name="Refresh">For new tokens.</param>
    internal sealed record Pair(string Access, string Refresh)
    {
        /// <summary>Nothing of them.</summary>
        public override string ToString() => nameof(Pair);
    }
}
