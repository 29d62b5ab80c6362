namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How the calls of one protocol of a connector are doing, since the process started.</summary>
/// <param name="Protocol">The API that is called, such as <c>Product API</c>.</param>
/// <param name="Breaker">Whether calls go out.</param>
/// <param name="Calls">Calls that got a usable answer.</param>
/// <param name="Failures">Calls that failed after all retries.</param>
/// <param name="LastFailure">The last failure, or null.</param>
/// <param name="WaitsUntil">Until when the partner asked us not to call, UTC; null when it did not.</param>
public sealed record ConnectorHealth(string Protocol, BreakerState Breaker, long Calls, long Failures, PartnerFailure? LastFailure, DateTime? WaitsUntil);
