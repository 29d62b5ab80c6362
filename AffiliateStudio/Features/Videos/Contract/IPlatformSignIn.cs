using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>How a person lets our app use their account (OAuth 2), in one of a platform's programs.</summary>
public interface IPlatformSignIn
{
    /// <summary>Whether the connection has what this program needs.</summary>
    bool IsOffered(ConnectionContext connection);

    /// <summary>Where the person's browser goes to allow it: https, or a path of this server's sandbox.</summary>
    PartnerResult<string> AuthorizeAddress(ConnectionContext connection, PlatformSignInRequest request);

    /// <summary>Exchanges the code that came back for tokens.</summary>
    Task<PartnerResult<PlatformGrant>> ExchangeAsync(ConnectionContext connection, PlatformSignInRequest request, string code, CancellationToken cancellationToken);

    /// <summary>Gets new tokens; the refresh token of the answer replaces the one that was sent.</summary>
    Task<PartnerResult<PlatformGrant>> RefreshAsync(ConnectionContext connection, string refreshToken, CancellationToken cancellationToken);

    /// <summary>Gives the access back.</summary>
    Task<PartnerResult<bool>> RevokeAsync(ConnectionContext connection, string accessToken, CancellationToken cancellationToken);
}
