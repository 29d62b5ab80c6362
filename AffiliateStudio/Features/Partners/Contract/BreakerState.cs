namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>Whether a connector's calls go out.</summary>
public enum BreakerState
{
    /// <summary>All go out.</summary>
    Closed,

    /// <summary>None goes out: recent ones failed.</summary>
    Open,

    /// <summary>The next one goes out as a trial.</summary>
    Probing,
}
