using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>
/// One partner's wire protocol. A connector implements the small capability interfaces of this folder that its partner really has; what it does not
/// implement is "not offered by this partner", which is a different thing from an empty answer.
/// </summary>
public interface IPartnerConnector
{
    /// <summary>The partner it speaks to.</summary>
    PartnerKey Partner { get; }

    /// <summary>The settings that a connection needs, in the order of the form.</summary>
    IReadOnlyList<ConnectionSetting> Settings { get; }

    /// <summary>Makes the cheapest call that proves the credentials, and says what the partner answered.</summary>
    Task<PartnerResult<string>> TestAsync(ConnectionContext connection, CancellationToken cancellationToken);
}
