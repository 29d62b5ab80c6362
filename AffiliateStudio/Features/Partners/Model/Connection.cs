namespace AffiliateStudio.Features.Partners.Model;

/// <summary>Our credentials with a partner, and how the link to it is doing. One per partner.</summary>
public sealed class Connection
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>Whether it talks to the partner's sandbox on this server or to the real host.</summary>
    public ConnectionKind Kind { get; set; }

    /// <summary>
    /// Credentials and settings as a JSON object of strings, encrypted with Data Protection; null when there are none yet. The names are the
    /// connector's own (see its README).
    /// </summary>
    public string? ProtectedSettings { get; set; }

    /// <summary>Whether an admin has stopped all calls.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When conversions were last read without error, UTC.</summary>
    public DateTime? LastConversionSyncAt { get; set; }

    /// <summary>The last error in plain words, or null when the last call went well.</summary>
    public string? LastError { get; set; }

    /// <summary>When the last error happened, UTC.</summary>
    public DateTime? LastErrorAt { get; set; }
}
