using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>What a call for one person's account needs, alive for that call. Never logged, never stored.</summary>
/// <param name="Connection">Our app at the platform.</param>
/// <param name="Token">The person's access token.</param>
/// <param name="OpenId">The account's id for our app.</param>
public sealed record PlatformAccess(ConnectionContext Connection, string Token, string OpenId)
{
    /// <summary>The same without the token.</summary>
    public override string ToString() => $"{nameof(PlatformAccess)} for {OpenId}";
}
