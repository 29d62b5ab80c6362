using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Platform.Health;

/// <summary>Not ready while the product shuts down or something holds the gate.</summary>
internal sealed class ReadinessHealth(ReadinessGate gate, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The product is shutting down."));
        }

        var reasons = gate.Reasons;
        return Task.FromResult(reasons.Count == 0 ? HealthCheckResult.Healthy("Nothing is left to do first.") : HealthCheckResult.Unhealthy(string.Join(" ", reasons)));
    }
}
