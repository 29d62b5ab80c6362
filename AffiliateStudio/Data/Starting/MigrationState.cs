using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Data.Starting;

/// <summary>Whether the database has the shape that this build expects.</summary>
internal sealed class MigrationState : IHealthCheck
{
    private volatile string? _latest;

    /// <summary>Notes that all migrations are applied.</summary>
    /// <param name="latest">The name of the last one.</param>
    public void Done(string latest) => _latest = latest;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_latest is { } latest ? HealthCheckResult.Healthy($"The database is at {latest}.") : HealthCheckResult.Unhealthy("The database is being migrated."));
}
