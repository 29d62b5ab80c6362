using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Partners.ReceivePostback;

/// <summary>
/// Reads a partner's own record after its postbacks. A burst becomes one reading, a reading that is under way is followed by another, and however many come, a partner is not read
/// more often than the options say. It also writes down how many came, once for a burst.
/// </summary>
internal sealed partial class PostbackReads(
    IConversionSync sync,
    IDbContextFactory<StudioDb> databases,
    IOptions<PostbackOptions> options,
    TimeProvider clock,
    ILogger<PostbackReads> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<PartnerKey, Burst> _bursts = new();
    private readonly ConcurrentDictionary<PartnerKey, long> _readAt = new();
    private readonly SemaphoreSlim _came = new(0, 1);

    /// <summary>Notes that a partner named an order; never waits.</summary>
    public void Note(PartnerKey partner)
    {
        var now = clock.UtcNow();
        _bursts.AddOrUpdate(partner, _ => new Burst(1, now, true), (_, burst) => new Burst(burst.Count + 1, now, true));
        try
        {
            _came.Release();
        }
        catch (SemaphoreFullException)
        {
            // The service knows already that there is something to do.
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _came.WaitAsync(stoppingToken);
            await Task.Delay(options.Value.SettleMilliseconds, stoppingToken);
            while (!await WorkAsync(stoppingToken))
            {
                await Task.Delay(Least(TryAgain, TimeSpan.FromMilliseconds(options.Value.SettleMilliseconds + 20)), stoppingToken);
            }
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        var isDone = true;
        foreach (var partner in _bursts.Keys)
        {
            isDone &= await CountAsync(partner, cancellationToken) && Read(partner);
        }

        return isDone;
    }

    private async Task<bool> CountAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        var burst = _bursts[partner];
        if (burst.Count == 0)
        {
            return true;
        }

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.InWriteAsync(
                token => db.Set<PostbackHook>().Where(hook => hook.Partner == partner).ExecuteUpdateAsync(
                    set => set.SetProperty(hook => hook.Received, hook => hook.Received + burst.Count).SetProperty(hook => hook.LastReceivedAt, burst.LastAt), token),
                cancellationToken);
        }
#pragma warning disable CA1031 // What was counted is kept in memory and written when the database is back; nothing hangs on it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotCounted(logger, exception, partner);
            return false;
        }

        _bursts.AddOrUpdate(partner, burst, (_, now) => now with { Count = now.Count - burst.Count });
        return true;
    }

    // Whether nothing is left to read for the partner.
    private bool Read(PartnerKey partner)
    {
        var burst = _bursts[partner];
        if (!burst.WantsReading)
        {
            return true;
        }

        var isTooSoon = _readAt.TryGetValue(partner, out var last) && Environment.TickCount64 - last < options.Value.ReadEveryMilliseconds;
        if (isTooSoon || sync.Stage(partner) is not null)
        {
            return false;
        }

        // What comes from now on may be missing in the reading that begins, so the wish is dropped before.
        _bursts.AddOrUpdate(partner, burst, (_, now) => now with { WantsReading = false });
        _readAt[partner] = Environment.TickCount64;
        if (sync.Start(partner).Succeeded || !sync.Reads(partner))
        {
            return true;
        }

        _bursts.AddOrUpdate(partner, burst, (_, now) => now with { WantsReading = true });
        return false;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The postbacks of {Partner} could not be counted; they are counted later.")]
    private static partial void LogNotCounted(ILogger logger, Exception exception, PartnerKey partner);

    private sealed record Burst(long Count, DateTime LastAt, bool WantsReading);
}
