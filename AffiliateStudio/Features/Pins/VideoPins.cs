using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins;

/// <summary>What pins mean to a video: its numbers, and what retires with it.</summary>
internal sealed class VideoPins(IDbContextFactory<StudioDb> databases, IEnumerable<IPinClicks> clicks, EventHub events) : IVideoNumbers, IVideoDependents
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<VideoId, VideoNumbers>> OfAsync(IReadOnlyCollection<VideoId> videos, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pins = await db.Set<Pin>().Where(pin => videos.Contains(pin.VideoId)).Select(pin => new { pin.Id, pin.VideoId, pin.State }).ToListAsync(cancellationToken);
        var totals = await ClicksOfAsync([.. pins.Select(pin => pin.Id)], cancellationToken);
        return pins.GroupBy(pin => pin.VideoId).ToDictionary(
            group => group.Key,
            group => new VideoNumbers(group.Count(pin => pin.State != PinState.Retired), group.Sum(pin => totals.GetValueOrDefault(pin.Id))));
    }

    /// <summary>Counted clicks of pins; a pin without clicks is left out.</summary>
    public async Task<IReadOnlyDictionary<PinId, long>> ClicksOfAsync(IReadOnlyCollection<PinId> pins, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<PinId, long>();
        foreach (var source in clicks)
        {
            foreach (var (pin, count) in await source.TotalsAsync(pins, cancellationToken))
            {
                totals[pin] = totals.GetValueOrDefault(pin) + count;
            }
        }

        return totals;
    }

    /// <inheritdoc />
    public async Task RetireAsync(StudioDb db, VideoId video, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var pin in await db.Set<Pin>().Where(pin => pin.VideoId == video && pin.State != PinState.Retired).ToListAsync(cancellationToken))
        {
            pin.State = PinState.Retired;
            pin.UpdatedAt = now;
            pin.Version++;
        }
    }

    /// <inheritdoc />
    public async Task AnnounceAsync(VideoId video, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var pin in await db.Set<Pin>().AsNoTracking().Where(pin => pin.VideoId == video).ToListAsync(cancellationToken))
        {
            await events.PublishAsync(new PinChanged(pin.Id, pin.LinkCode, pin.VideoId), cancellationToken);
        }
    }
}
