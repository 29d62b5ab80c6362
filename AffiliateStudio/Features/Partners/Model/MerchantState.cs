namespace AffiliateStudio.Features.Partners.Model;

/// <summary>Whether we are in a merchant's programme.</summary>
public enum MerchantState
{
    /// <summary>Approved: its links earn.</summary>
    Active,

    /// <summary>Applied for, or paused: its links do not earn now.</summary>
    Pending,

    /// <summary>Refused or ended.</summary>
    Inactive,
}
