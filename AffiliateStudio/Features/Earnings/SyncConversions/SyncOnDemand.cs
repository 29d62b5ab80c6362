using System.Collections.Concurrent;
using System.Threading.Channels;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.SyncConversions;

/// <summary>
/// Reads partners when somebody asks, beside the scheduled run. It owns the runs: they go on when the page that began them is left, end with the product, and there is one
/// at a time for each partner, however often it is asked for.
/// </summary>
internal sealed partial class SyncOnDemand : BackgroundService, IConversionSync
{
    private readonly IDbContextFactory<StudioDb> _databases;
    private readonly SyncConversions _sync;
    private readonly SyncProgress _progress;
    private readonly TimeProvider _clock;
    private readonly ILogger<SyncOnDemand> _logger;
    private readonly ConcurrentDictionary<PartnerKey, bool> _asked = new();
    private readonly ConcurrentDictionary<PartnerKey, ConversionSyncOutcome> _outcomes = new();

    // Holds a partner once at most, so it never grows beyond their number.
    private readonly Channel<PartnerKey> _queue = Channel.CreateUnbounded<PartnerKey>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Stands ready.</summary>
    public SyncOnDemand(IDbContextFactory<StudioDb> databases, SyncConversions sync, SyncProgress progress, TimeProvider clock, ILogger<SyncOnDemand> logger)
    {
        (_databases, _sync, _progress, _clock, _logger) = (databases, sync, progress, clock, logger);
        _progress.Changed += (_, _) => Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc />
    public event EventHandler? Changed;

    /// <inheritdoc />
    public bool Reads(PartnerKey partner) => _sync.Partners.Contains(partner);

    /// <inheritdoc />
    public ConversionSyncStage? Stage(PartnerKey partner) => _progress.Find(partner) is { } stage
        ? new ConversionSyncStage(stage.Percent, stage.Note)
        : _asked.ContainsKey(partner) ? new ConversionSyncStage(0, "Starts in a moment") : null;

    /// <inheritdoc />
    public ConversionSyncOutcome? LastOutcome(PartnerKey partner) => _outcomes.GetValueOrDefault(partner);

    /// <inheritdoc />
    public Result Start(PartnerKey partner)
    {
        if (!Reads(partner))
        {
            return SyncConversions.NoFeed;
        }

        if (_progress.Find(partner) is not null || !_asked.TryAdd(partner, true))
        {
            return SyncConversions.Running;
        }

        _queue.Writer.TryWrite(partner);
        Changed?.Invoke(this, EventArgs.Empty);
        return Result.Success;
    }

    /// <inheritdoc />
    public async Task<DateTime?> NewestReportAsync(PartnerKey partner, ConnectionKind side, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<ReportScope>().Where(scope => scope.Partner == partner && scope.Side == side).MaxAsync(scope => (DateTime?)scope.AsOf, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var runs = new List<Task>();
        try
        {
            await foreach (var partner in _queue.Reader.ReadAllAsync(stoppingToken))
            {
                // Side by side: a slow partner does not hold up another.
                runs.RemoveAll(run => run.IsCompleted);
                runs.Add(RunAsync(partner, stoppingToken));
            }
        }
        finally
        {
            await Task.WhenAll(runs);
        }
    }

    private async Task RunAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        try
        {
            _outcomes[partner] = Told(await _sync.RunAsync(partner, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The product stops; the next run goes on from the last watermark.
        }
#pragma warning disable CA1031 // One run that broke off must not end the service; the page says it, the log has the words.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(_logger, exception, partner);
            _outcomes[partner] = new ConversionSyncOutcome(_clock.UtcNow(), false, "Reading broke off by an error of this product. What was taken in before is kept; try again, and look at the log if it stays.");
        }
        finally
        {
            _asked.TryRemove(partner, out _);
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private ConversionSyncOutcome Told(Result<SyncedPartner> result) => (result.Succeeded, result.Succeeded ? result.Value : null) switch
    {
        (false, _) => new(_clock.UtcNow(), false, result.Error!.Message),
        (_, { Failure: { } failure }) => new(_clock.UtcNow(), false, $"{failure.Message} ({failure.Code}). {failure.Remedy}"),
        (_, { Added: 0, Changed: 0 }) => new(_clock.UtcNow(), true, "Read to the end: the partner returned nothing new."),
        (_, var read) => new(_clock.UtcNow(), true, $"Read to the end: {read!.Added} new, {read.Changed} changed."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the reports of {Partner}, which was asked for, broke off.")]
    private static partial void LogFailed(ILogger logger, Exception exception, PartnerKey partner);
}
