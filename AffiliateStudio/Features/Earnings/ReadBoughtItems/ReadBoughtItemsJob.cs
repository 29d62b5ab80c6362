using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Earnings.ReadBoughtItems;

/// <summary>Catches up with what was bought, a part of the orders in each run: partners of one network share its hour of calls, so they share the run's share of it.</summary>
internal sealed class ReadBoughtItemsJob(ReadBoughtItems items) : IStudioJob
{
    /// <summary>The name on the job board.</summary>
    public const string Name = "Read what was bought";

    /// <summary>How many orders one run asks about, of all partners together: a fifth of impact.com's hour.</summary>
    public const int MostOrders = 200;

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var left = MostOrders;
        for (var at = 0; at < items.Partners.Count; at++)
        {
            // What one does not need is for the next.
            var read = await items.RunAsync(items.Partners[at], left / (items.Partners.Count - at), cancellationToken);
            left -= read.Orders;
            progress.Report(at + 1, items.Partners.Count, read.Failure is { } failure ? $"{items.Partners[at]}: {failure.Message}" : $"{MostOrders - left} orders");
        }
    }
}
