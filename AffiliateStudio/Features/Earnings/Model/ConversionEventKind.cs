namespace AffiliateStudio.Features.Earnings.Model;

/// <summary>What a <see cref="ConversionEvent"/> records.</summary>
public enum ConversionEventKind
{
    /// <summary>The partner reported the order for the first time.</summary>
    Reported,

    /// <summary>It moved on to another state.</summary>
    Moved,

    /// <summary>Amounts or details changed, the state did not.</summary>
    Amended,

    /// <summary>Money that was sure already was taken back.</summary>
    Clawback,

    /// <summary>The newest report of the day does not list it any more.</summary>
    Withdrawn,

    /// <summary>A later report lists it again.</summary>
    Relisted,

    /// <summary>It was given to a creator.</summary>
    Assigned,

    /// <summary>The partner reported something that cannot follow; nothing changed, admins are told.</summary>
    Refused,
}
