namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>How many calls may still go out.</summary>
/// <param name="Left">Calls left.</param>
/// <param name="Limit">How many there were at the start, when that is known.</param>
/// <param name="ResetsAt">When they start anew, UTC, when that is known.</param>
/// <param name="IsOurs">Whether it is our own pace, because the partner names no limit.</param>
public sealed record CallQuota(long Left, long? Limit, DateTime? ResetsAt, bool IsOurs);
