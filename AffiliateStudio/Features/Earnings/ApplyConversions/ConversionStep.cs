namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>What a report does to a conversion.</summary>
internal enum ConversionStep
{
    /// <summary>It is the first report.</summary>
    Start,

    /// <summary>The state stays; amounts or details may change.</summary>
    Keep,

    /// <summary>The state changes, the money moves with it.</summary>
    Move,

    /// <summary>Money that was sure is taken back by entries of its own.</summary>
    Clawback,

    /// <summary>It cannot follow: nothing changes, admins are told.</summary>
    Refuse,
}
