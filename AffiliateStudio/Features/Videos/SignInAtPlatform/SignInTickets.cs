using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace AffiliateStudio.Features.Videos.SignInAtPlatform;

/// <summary>Seals tickets for ten minutes.</summary>
internal sealed class SignInTickets(IDataProtectionProvider protection)
{
    /// <summary>How long a person may take at the platform.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("AffiliateStudio.PlatformSignInTickets").ToTimeLimitedDataProtector();

    /// <summary>The sealed form.</summary>
    public string Seal(SignInTicket ticket) => _seal.Protect(JsonSerializer.Serialize(ticket), Lifetime);

    /// <summary>The ticket, or null when it is not ours or too old.</summary>
    public SignInTicket? Open(string? sealedTicket)
    {
        if (string.IsNullOrEmpty(sealedTicket))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SignInTicket>(_seal.Unprotect(sealedTicket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
