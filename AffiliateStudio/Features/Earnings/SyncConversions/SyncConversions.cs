using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.SyncConversions;

/// <summary>
/// Reads what partners report since the last time and takes it in, batch by batch; the watermark moves with the batch that it belongs to. One run per partner at a time.
/// </summary>
internal sealed class SyncConversions(
    IDbContextFactory<StudioDb> databases,
    IEnumerable<IPartnerConnector> connectors,
    ConnectionDirectory connections,
    ApplyConversions.ApplyConversions apply,
    SyncProgress progress)
{
    /// <summary>The partners whose connectors report orders.</summary>
    public IReadOnlyList<PartnerKey> Partners { get; } = [.. connectors.Where(connector => connector is IConversionFeed).Select(connector => connector.Partner)];

    /// <summary>Reads all connected partners, one after the other; a partner that fails does not stop the next.</summary>
    public async Task<IReadOnlyList<SyncedPartner>> RunAsync(CancellationToken cancellationToken)
    {
        var synced = new List<SyncedPartner>();
        foreach (var partner in Partners)
        {
            if (await RunAsync(partner, cancellationToken) is { Succeeded: true } outcome)
            {
                synced.Add(outcome.Value);
            }
        }

        return synced;
    }

    /// <summary>Reads one partner. Refused when it is being read already, or when there is no connection with it.</summary>
    public async Task<Result<SyncedPartner>> RunAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not IConversionFeed feed)
        {
            return new Error("earnings.no-feed", "This partner does not report orders. Upload its export instead.");
        }

        if (await connections.OpenAsync(partner, cancellationToken) is not { } connection)
        {
            return new Error("earnings.not-connected", "There is no working connection with this partner. Enter its credentials under Connections.");
        }

        if (!progress.TryBegin(partner))
        {
            return new Error("earnings.sync-running", "This partner is being read right now. Wait for it to end.");
        }

        try
        {
            var synced = await ReadAsync(feed, connection, cancellationToken);
            await connections.RecordConversionSyncAsync(partner, synced.Failure, cancellationToken);
            return synced;
        }
        finally
        {
            progress.End(partner);
        }
    }

    private async Task<SyncedPartner> ReadAsync(IConversionFeed feed, ConnectionContext connection, CancellationToken cancellationToken)
    {
        var partner = connection.Partner;
        var (batches, added, changed) = (0, 0, 0);
        await foreach (var answer in feed.ReadAsync(connection, await WatermarkAsync(partner, cancellationToken), cancellationToken))
        {
            if (!answer.Succeeded)
            {
                return new SyncedPartner(partner, batches, added, changed, answer.Failure);
            }

            var outcome = await apply.RunAsync(new ApplyConversions.ApplyConversions.Command(partner, answer.Value), cancellationToken);
            batches++;
            added += outcome.Added;
            changed += outcome.Changed + outcome.Removed;
            progress.Report(partner, answer.Value.PercentDone, $"{answer.Value.Name}: {outcome.Added} new, {outcome.Changed + outcome.Removed} changed");
        }

        return new SyncedPartner(partner, batches, added, changed, null);
    }

    private async Task<string?> WatermarkAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ConversionWatermark>().Where(row => row.Partner == partner).Select(row => row.Value).FirstOrDefaultAsync(cancellationToken);
    }
}
