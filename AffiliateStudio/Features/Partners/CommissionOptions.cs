using System.ComponentModel.DataAnnotations;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners;

/// <summary>Settings under <c>Commission</c>.</summary>
internal sealed class CommissionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Commission";

    /// <summary>What a creator gets of a partner's commission, in basis points, 0 to 10,000. The rest is the studio's.</summary>
    [Range(0, 10_000, ErrorMessage = "Commission:CreatorShareBasisPoints must be between 0 and 10000, for example 8000 for 80 %.")]
    public int CreatorShareBasisPoints { get; set; } = 8_000;

    /// <summary>The same as a share.</summary>
    public Rate CreatorShare => new(CreatorShareBasisPoints);
}
