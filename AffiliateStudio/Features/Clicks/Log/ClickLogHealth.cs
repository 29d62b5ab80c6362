using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>Whether clicks flow. A spooling log still serves viewers, so it does not take the node out of rotation; a long queue does.</summary>
internal sealed class ClickLogHealth(ClickLog log) : IHealthCheck
{
    private const int LongestQueue = 50_000;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{log.Depth} clicks wait to be written; {log.Unrecorded} could not be kept.{(log.IsSpooling ? " The store did not answer; clicks wait on the local disk." : string.Empty)}");
        return Task.FromResult(log.Depth > LongestQueue
            ? HealthCheckResult.Unhealthy(text)
            : log.IsFailing ? HealthCheckResult.Degraded(text) : HealthCheckResult.Healthy(text));
    }
}
