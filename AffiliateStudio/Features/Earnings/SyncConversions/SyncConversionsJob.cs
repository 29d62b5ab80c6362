using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Earnings.SyncConversions;

/// <summary>The scheduled reading of partner reports. What a partner answered, or what broke off, is noted on its connection.</summary>
internal sealed class SyncConversionsJob(SyncConversions sync, ReadBoughtItems.ReadBoughtItems items) : IStudioJob
{
    // What a run brought is asked about at once as far as it is little; the rest is for the job that catches up.
    private const int MostOrders = 20;

    /// <summary>The name on the job board.</summary>
    public const string Name = "Read partner reports";

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var synced = await sync.RunAsync(cancellationToken);
        progress.Report(100, $"{synced.Sum(partner => partner.Added)} new, {synced.Sum(partner => partner.Changed)} changed");
        foreach (var partner in synced)
        {
            await items.RunAsync(partner.Partner, Math.Min(MostOrders, partner.Added + partner.Changed), cancellationToken);
        }
    }
}
