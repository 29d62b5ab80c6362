using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Videos.Model;

/// <summary>A creator's own account at a platform. There is no row when none is connected.</summary>
public sealed class PlatformAccount
{
    /// <summary>The id.</summary>
    public PlatformAccountId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public CreatorId CreatorId { get; init; }

    /// <summary>The platform.</summary>
    public PartnerKey Platform { get; init; }

    /// <summary>Whether it is an account of the sandbox or of the real platform: tokens of one are nothing to the other.</summary>
    public ConnectionKind Kind { get; set; }

    /// <summary>The account's id for our app.</summary>
    public required string OpenId { get; set; }

    /// <summary>The name in addresses, without @; empty when it is not known.</summary>
    public required string Username { get; set; }

    /// <summary>The name that viewers see there.</summary>
    public required string DisplayName { get; set; }

    /// <summary>When it was connected, UTC.</summary>
    public DateTime ConnectedAt { get; set; }

    /// <summary>When its videos were last listed to the end, UTC.</summary>
    public DateTime? LastImportAt { get; set; }

    /// <summary>Why the last import or refresh failed, with what to do; null when it went well.</summary>
    public string? LastError { get; set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? LastErrorAt { get; set; }
}
