using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.ReorderPins;

/// <summary>Puts the pins of a video in another order, the first one on top.</summary>
internal sealed class ReorderPins(IDbContextFactory<StudioDb> databases, TimeProvider clock, EventHub events)
{
    /// <summary>The new order.</summary>
    /// <param name="Actor">The video's creator.</param>
    /// <param name="Video">The video.</param>
    /// <param name="Order">All pins of the video that are not retired, each with the version that the person looked at, top first.</param>
    public sealed record Command(Actor Actor, VideoId Video, IReadOnlyList<Place> Order);

    /// <summary>A pin at its place.</summary>
    /// <param name="Pin">The pin.</param>
    /// <param name="Version">The version that the person looked at.</param>
    public sealed record Place(PinId Pin, int Version);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pins = await PinChange.Owned(db, command.Actor).Where(pin => pin.VideoId == command.Video && pin.State != PinState.Retired)
            .OrderBy(pin => pin.Position).ToListAsync(cancellationToken);
        if (pins.Count == 0)
        {
            return PinErrors.NotFound;
        }

        if (!command.Order.ToHashSet().SetEquals(pins.Select(pin => new Place(pin.Id, pin.Version))) || command.Order.Count != pins.Count)
        {
            return PinErrors.OrderChanged;
        }

        var moved = new List<Pin>();
        foreach (var pin in pins)
        {
            var position = command.Order.Select((place, index) => (place, index)).First(entry => entry.place.Pin == pin.Id).index;
            if (pin.Position != position)
            {
                pin.Position = position;
                pin.Version++;
                pin.UpdatedAt = clock.UtcNow();
                moved.Add(pin);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PinErrors.OrderChanged;
        }

        foreach (var pin in moved)
        {
            await events.PublishAsync(new PinChanged(pin.Id, pin.LinkCode, pin.VideoId), cancellationToken);
        }

        return Result.Success;
    }
}
