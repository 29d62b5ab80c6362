using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Tests.Connectors.Faults;

/// <summary>How patient a connector is that is harmed on purpose.</summary>
internal static class FaultLimits
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestAnswer = 1024 * 1024;

    /// <summary>Short deadlines and no waits, so that a partner that says nothing costs the test no time; and no breaker, which has tests of its own.</summary>
    public static TransportOptions Options => new()
    {
        FirstDelay = TimeSpan.Zero,
        Retries = 2,
        SandboxBurst = 10_000,
        SandboxCallsPerMinute = 1_000_000,
        TryTimeout = TimeSpan.FromSeconds(2),
        PatientTimeout = TimeSpan.FromSeconds(2),
        BreakerMinimum = 100_000,
        LargestAnswer = LargestAnswer,
    };
}
