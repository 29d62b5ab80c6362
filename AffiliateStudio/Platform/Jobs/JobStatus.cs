namespace AffiliateStudio.Platform.Jobs;

/// <summary>What is known about a job right now. Times are the system's UTC time: jobs keep real time whatever the sandbox's clock says.</summary>
/// <param name="Name">The name, unique, shown to people.</param>
/// <param name="Every">The time from one planned run to the next; null for a job that runs only when it is asked for.</param>
/// <param name="IsRunning">Whether it runs right now.</param>
/// <param name="Percent">How far the run is, 0 to 100; after the run, where it ended.</param>
/// <param name="Note">What the run said last, or empty.</param>
/// <param name="LastStart">When the last run began, UTC; null when there was none since the start of the product.</param>
/// <param name="LastEnd">When the last run ended, UTC; null while there was none or the first one is running.</param>
/// <param name="Outcome">How the last finished run ended.</param>
/// <param name="Error">Why the last finished run failed, or null when it did not.</param>
/// <param name="NextRun">When the next planned run is, UTC, or null when none is planned.</param>
public sealed record JobStatus(
    string Name,
    TimeSpan? Every,
    bool IsRunning,
    int Percent,
    string Note,
    DateTime? LastStart,
    DateTime? LastEnd,
    JobOutcome Outcome,
    string? Error,
    DateTime? NextRun);
