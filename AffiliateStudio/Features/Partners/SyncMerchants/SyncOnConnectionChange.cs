using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Partners.SyncMerchants;

/// <summary>Starts the job as soon as a connection changes: the merchants and rates of before are those of another account.</summary>
internal sealed class SyncOnConnectionChange(JobBoard jobs, EventHub events, IHostApplicationLifetime lifetime) : IHostedService
{
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = events.Subscribe<ConnectionChanged>(_ => jobs.RunNowAsync(SyncMerchants.Name, lifetime.ApplicationStopping));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }
}
