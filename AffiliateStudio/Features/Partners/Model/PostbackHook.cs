namespace AffiliateStudio.Features.Partners.Model;

/// <summary>
/// The address under which a partner tells us that something changed. Its token is kept as a digest only; while it is being rotated the one before works as well, until it
/// is revoked.
/// </summary>
public sealed class PostbackHook
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The SHA-256 digest of the token in force, as hexadecimal digits.</summary>
    public required string TokenHash { get; set; }

    /// <summary>When that token was made, UTC.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>The digest of the token before it, while that one still works.</summary>
    public string? FormerTokenHash { get; set; }

    /// <summary>Addresses and networks that may use it, separated by spaces; empty for everybody.</summary>
    public string AllowedSources { get; set; } = string.Empty;

    /// <summary>When the last postback came, UTC.</summary>
    public DateTime? LastReceivedAt { get; set; }

    /// <summary>How many came.</summary>
    public long Received { get; set; }
}
