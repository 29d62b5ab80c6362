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
internal sealed partial class SyncConversions(
    IDbContextFactory<StudioDb> databases,
    IEnumerable<IPartnerConnector> connectors,
    ConnectionDirectory connections,
    ApplyConversions.ApplyConversions apply,
    SyncProgress progress,
    ILogger<SyncConversions> logger)
{
    /// <summary>The partner has no reports to read.</summary>
    public static Error NoFeed { get; } = new("earnings.no-feed", "This partner does not report orders. Upload its export instead.");

    /// <summary>There is a run already.</summary>
    public static Error Running { get; } = new("earnings.sync-running", "This partner is being read right now. Wait for it to end.");

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
        if (connectors.FirstOrDefault(connector => connector.Partner == partner) is not { } connector || connector is not IConversionFeed)
        {
            return NoFeed;
        }

        if (!progress.TryBegin(partner))
        {
            return Running;
        }

        try
        {
            return await ReadAsync(connector, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A defect, or an answer that nobody thought of. Its words stay in the log: what they may quote is not for a page.
            LogBroken(logger, exception, partner);
            var failure = new PartnerFailure(
                PartnerFailureKind.InvalidRequest,
                exception.GetType().Name,
                "Reading its reports broke off by an error of this product.",
                "What was taken in before is kept, and the next run tries again. If it stays, send the log of this time to those who look after the server.");
            await connections.RecordConversionSyncAsync(partner, failure, cancellationToken);
            return new SyncedPartner(partner, 0, 0, 0, failure);
        }
        finally
        {
            progress.End(partner);
        }
    }

    private async Task<Result<SyncedPartner>> ReadAsync(IPartnerConnector connector, CancellationToken cancellationToken)
    {
        if (await connections.OpenAsync(connector.Partner, cancellationToken) is not { } connection)
        {
            return new Error("earnings.not-connected", "There is no working connection with this partner. Enter its credentials under Connectors.");
        }

        var synced = await ReadAsync(connector, connection, cancellationToken);
        await connections.RecordConversionSyncAsync(connector.Partner, synced.Failure, cancellationToken);
        return synced;
    }

    private async Task<SyncedPartner> ReadAsync(IPartnerConnector connector, ConnectionContext connection, CancellationToken cancellationToken)
    {
        var partner = connection.Partner;
        var source = ConversionSource.Of(connector, connection);
        var (batches, added, changed) = (0, 0, 0);
        await foreach (var answer in ((IConversionFeed)connector).ReadAsync(connection, await WatermarkAsync(partner, source, cancellationToken), cancellationToken))
        {
            if (!answer.Succeeded)
            {
                return new SyncedPartner(partner, batches, added, changed, answer.Failure);
            }

            var outcome = await apply.RunAsync(new ApplyConversions.ApplyConversions.Command(partner, answer.Value, Source: source), cancellationToken);
            batches++;
            added += outcome.Added;
            changed += outcome.Changed + outcome.Removed;
            progress.Report(partner, answer.Value.PercentDone, $"{answer.Value.Name}: {outcome.Added} new, {outcome.Changed + outcome.Removed} changed");
        }

        return new SyncedPartner(partner, batches, added, changed, null);
    }

    private async Task<string?> WatermarkAsync(PartnerKey partner, ConversionSource source, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ConversionWatermark>()
            .Where(row => row.Partner == partner && row.Side == source.Side && row.Account == source.Account)
            .Select(row => row.Value).FirstOrDefaultAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the reports of {Partner} broke off; the other partners are read all the same.")]
    private static partial void LogBroken(ILogger logger, Exception exception, PartnerKey partner);
}
