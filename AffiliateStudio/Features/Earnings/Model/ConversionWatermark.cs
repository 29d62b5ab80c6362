using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>How far the conversions of one account with a partner have been read. Another account, or the other side, starts anew; coming back goes on.</summary>
public sealed class ConversionWatermark
{
    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>Sandbox or live.</summary>
    public ConnectionKind Side { get; init; }

    /// <summary>A digest that tells the account from others.</summary>
    public required string Account { get; init; }

    /// <summary>The connector's own note.</summary>
    public required string Value { get; set; }

    /// <summary>When it was last moved, UTC.</summary>
    public DateTime UpdatedAt { get; set; }
}
