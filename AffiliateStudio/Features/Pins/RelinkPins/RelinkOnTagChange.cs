using AffiliateStudio.Features.Partners;
using AffiliateStudio.Platform.Events;

namespace AffiliateStudio.Features.Pins.RelinkPins;

/// <summary>Relinks a creator's pins whenever their tag changes.</summary>
internal sealed class RelinkOnTagChange(RelinkPins relink, EventHub events, IHostApplicationLifetime lifetime) : IHostedService
{
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = events.Subscribe<CreatorTagChanged>(change => relink.RunAsync(new RelinkPins.Command(change.Creator, change.Partner), lifetime.ApplicationStopping));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }
}
