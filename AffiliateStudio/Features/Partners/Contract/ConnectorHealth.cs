namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How a connector's calls are doing, since the process started.</summary>
/// <param name="Breaker">Whether calls go out.</param>
/// <param name="Calls">Calls that got a usable answer.</param>
/// <param name="Failures">Calls that failed after all retries.</param>
/// <param name="LastFailure">The last failure, or null.</param>
public sealed record ConnectorHealth(BreakerState Breaker, long Calls, long Failures, PartnerFailure? LastFailure);
