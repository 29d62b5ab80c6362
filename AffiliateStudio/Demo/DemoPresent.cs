using AffiliateStudio.Features.Pins.RefreshPinnedProducts;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Demo;

/// <summary>What the demo does when its ninety days are over and it is today again.</summary>
internal sealed class DemoPresent(JobBoard jobs, DemoTikTok tiktok)
{
    /// <summary>Brings the demo to today.</summary>
    public async Task ArriveAsync(Actor creator, CancellationToken cancellationToken)
    {
        await tiktok.ConnectAsync(creator, cancellationToken);

        // What was pinned weeks ago has prices and pictures that are too old to be shown.
        await jobs.RunNowAsync(RefreshPinnedProducts.Name, cancellationToken);
    }
}
