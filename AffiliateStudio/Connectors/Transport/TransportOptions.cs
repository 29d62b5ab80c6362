namespace AffiliateStudio.Connectors.Transport;

/// <summary>How calls to one partner are paced and how long they may take. Section <c>Connectors:{Partner}</c>.</summary>
internal sealed class TransportOptions
{
    /// <summary>Calls a minute to the partner's real host, averaged; 60 is one a second.</summary>
    public int LiveCallsPerMinute { get; set; } = 60;

    /// <summary>How many calls may go out at once after a quiet time.</summary>
    public int LiveBurst { get; set; } = 5;

    /// <summary>Calls a minute to the sandbox on this server.</summary>
    public int SandboxCallsPerMinute { get; set; } = 2_400;

    /// <summary>How many calls may go to the sandbox at once.</summary>
    public int SandboxBurst { get; set; } = 100;

    /// <summary>Deadline of one try.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Deadline of a call with all its tries and waits.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Both deadlines for calls that nobody waits for: report files, pages of actions.</summary>
    public TimeSpan PatientTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a call is tried again.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The wait before the first repeat when the partner names none; it doubles, with jitter.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>A partner that asks for a longer wait than this is not asked again now: the caller is told how long instead.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many tries within the sampling time there must be before the breaker judges.</summary>
    public int BreakerMinimum { get; set; } = 8;

    /// <summary>How long the breaker stays open.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest body that is read, in bytes.</summary>
    public int LargestAnswer { get; set; } = 32 * 1024 * 1024;
}
