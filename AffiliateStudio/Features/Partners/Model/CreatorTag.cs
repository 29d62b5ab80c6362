using AffiliateStudio.Features.Accounts.Model;

namespace AffiliateStudio.Features.Partners.Model;

/// <summary>
/// How one creator is known to one partner: an Amazon tracking id (<c>name-20</c>), a Walmart publisher id at impact.com (digits). It goes into links
/// and comes back in reports.
/// </summary>
public sealed class CreatorTag
{
    /// <summary>The creator.</summary>
    public CreatorId CreatorId { get; init; }

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The tag, in lower case unless the partner tells the cases apart (<c>CreatorTagForm.IsCaseSensitive</c>). Nobody else has the same with this partner.</summary>
    public required string Value { get; set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime UpdatedAt { get; set; }
}
