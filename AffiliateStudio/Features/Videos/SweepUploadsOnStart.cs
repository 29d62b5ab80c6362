namespace AffiliateStudio.Features.Videos;

/// <summary>Clears half-received uploads of a run that was ended.</summary>
internal sealed class SweepUploadsOnStart(VideoFiles files) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        files.SweepIncoming();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
