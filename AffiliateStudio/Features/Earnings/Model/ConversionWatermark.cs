using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>How far a partner's conversions have been read.</summary>
public sealed class ConversionWatermark
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The connector's own note.</summary>
    public required string Value { get; set; }

    /// <summary>When it was last moved, UTC.</summary>
    public DateTime UpdatedAt { get; set; }
}
