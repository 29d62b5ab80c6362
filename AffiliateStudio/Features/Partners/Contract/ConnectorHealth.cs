namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How the calls of one protocol of a connector are doing, since the process started.</summary>
/// <param name="Protocol">The API that is called, such as <c>Product API</c>.</param>
/// <param name="Breaker">Whether calls go out.</param>
/// <param name="Calls">Calls that got a usable answer.</param>
/// <param name="Failures">Calls that failed after all retries.</param>
/// <param name="LastFailure">The last failure, or null.</param>
/// <param name="WaitsUntil">Until when the partner asked us not to call, UTC; null when it did not.</param>
public sealed record ConnectorHealth(string Protocol, BreakerState Breaker, long Calls, long Failures, PartnerFailure? LastFailure, DateTime? WaitsUntil)
{
    /// <summary>Since when no call has gone through, UTC; null while they do. What was asked wrongly or does not exist says nothing about that.</summary>
    public DateTime? AffectedSince { get; init; }

    /// <summary>Since when the breaker has not been closed, UTC; null while it is.</summary>
    public DateTime? BreakerSince { get; init; }

    /// <summary>Calls of the last hour that got a usable answer.</summary>
    public long RecentCalls { get; init; }

    /// <summary>Calls of the last hour that failed.</summary>
    public long RecentFailures { get; init; }

    /// <summary>The last failures, the newest first.</summary>
    public IReadOnlyList<ConnectorError> Errors { get; init; } = [];

    /// <summary>How many calls may still go out, or null before the first.</summary>
    public CallQuota? Quota { get; init; }

    /// <summary>Which part of the last hour's calls failed, in percent; null when there were none.</summary>
    public int? ErrorPercent => RecentCalls + RecentFailures is var all and > 0 ? (int)(((RecentFailures * 100) + all - 1) / all) : null;
}
