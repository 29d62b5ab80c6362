namespace AffiliateStudio.Features.Pins.TestLink;

/// <summary>Whether a tested link earns.</summary>
public enum LinkOutcome
{
    /// <summary>Tag and sub-id arrive.</summary>
    Arrives,

    /// <summary>They go the right way, but the end of it could not be seen.</summary>
    Unsure,

    /// <summary>They do not arrive.</summary>
    Lost,
}
