namespace AffiliateStudio.Platform.Jobs;

/// <summary>How the last run of a job ended.</summary>
public enum JobOutcome
{
    /// <summary>It has not run since the product started.</summary>
    None,

    /// <summary>It did its work.</summary>
    Succeeded,

    /// <summary>It threw; the error is on the board and in the log.</summary>
    Failed,

    /// <summary>Another process on the same database was running it, so this one left it alone.</summary>
    RanElsewhere,

    /// <summary>The product shut down before it was done.</summary>
    Cancelled,
}
