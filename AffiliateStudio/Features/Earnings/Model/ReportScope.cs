using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>How recent the newest report is that was applied for a scope, so that an older one that comes late is left out.</summary>
public sealed class ReportScope
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>Sandbox or live.</summary>
    public ConnectionKind Side { get; init; }

    /// <summary>The scope, such as a tracking id and day.</summary>
    public required string Scope { get; init; }

    /// <summary>When the newest report was made, UTC.</summary>
    public DateTime AsOf { get; set; }
}
