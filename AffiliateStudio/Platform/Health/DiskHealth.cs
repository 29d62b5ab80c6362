using System.Globalization;
using AffiliateStudio.Platform.Files;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform.Health;

/// <summary>Whether the disk of the data directory has room left.</summary>
internal sealed class DiskHealth(DataDirectory directory, IOptions<StudioOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(directory.Root).AvailableFreeSpace >> 20;
        var wanted = options.Value.MinimumFreeMegabytes;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free:N0} MB are free in the data directory; at least {wanted:N0} MB are wanted.");
        return Task.FromResult(free >= wanted ? HealthCheckResult.Healthy(text) : HealthCheckResult.Unhealthy(text));
    }
}
