using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Features.Clicks.PruneClicks;

/// <summary>Removes raw clicks after 90 days. The hourly numbers stay.</summary>
internal sealed class PruneClicks(ClickLog log, IClickStore store, TimeProvider clock) : IStudioJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - Kept;
        while (await log.InTurnAsync(() => store.PruneAsync(before, cancellationToken), cancellationToken))
        {
            progress.Report(50, "Removing old clicks");
        }
    }
}
