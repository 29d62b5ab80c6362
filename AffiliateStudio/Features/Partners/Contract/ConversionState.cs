namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Where a conversion is on its way to money, the same for all partners.</summary>
public enum ConversionState
{
    /// <summary>Reported; the partner may still change it.</summary>
    Pending,

    /// <summary>Locked: the partner will pay.</summary>
    Approved,

    /// <summary>Cleared: the money is due at the partner's next payment.</summary>
    Payable,

    /// <summary>Paid to the creator.</summary>
    Paid,

    /// <summary>Taken back.</summary>
    Reversed,

    /// <summary>Withheld while somebody looks into it.</summary>
    Held,

    /// <summary>The partner used a word that we do not know; it counts as pending and is shown to admins.</summary>
    Other,
}
