using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Store;

/// <summary>Before anything runs, puts the world's clock where it was left; afterwards, in the background, makes the catalog so that nobody waits for it.</summary>
internal sealed class OpenWorld(SandboxClockControl clock, SandboxCatalog catalog) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        clock.Restore();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => catalog.Products, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
