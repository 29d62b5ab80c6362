using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins;

/// <summary>
/// How every change of a pin goes: it must be the actor's own, and the version that the person looked at must still be the one in force; the second of two people is
/// told what changed.
/// </summary>
internal sealed class PinChange(IDbContextFactory<StudioDb> databases, TimeProvider clock, EventHub events)
{
    /// <summary>Applies a change and tells open pages.</summary>
    /// <param name="actor">The pin's creator.</param>
    /// <param name="id">The pin.</param>
    /// <param name="seenVersion">The version that the person looked at.</param>
    /// <param name="change">The change; an error leaves the pin as it was.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Result> ApplyAsync(Actor actor, PinId id, int seenVersion, Func<Pin, Error?> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pin = await Owned(db, actor).FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (pin is null)
        {
            return PinErrors.NotFound;
        }

        if (pin.Version != seenVersion || pin.State == PinState.Retired)
        {
            return PinErrors.Changed(pin);
        }

        if (change(pin) is { } error)
        {
            return error;
        }

        pin.Version++;
        pin.UpdatedAt = clock.UtcNow();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(pin).ReloadAsync(cancellationToken);
            return PinErrors.Changed(pin);
        }

        await events.PublishAsync(new PinChanged(pin.Id, pin.LinkCode, pin.VideoId), cancellationToken);
        return Result.Success;
    }

    /// <summary>Moves a pin to another state and tells open pages.</summary>
    public Task<Result> MoveAsync(Actor actor, PinId id, int seenVersion, PinState state, CancellationToken cancellationToken) => ApplyAsync(
        actor,
        id,
        seenVersion,
        pin =>
        {
            pin.State = state;
            return null;
        },
        cancellationToken);

    /// <summary>The actor's own pins.</summary>
    public static IQueryable<Pin> Owned(StudioDb db, Actor actor) =>
        db.Set<Pin>().Where(pin => db.Set<Creator>().Any(creator => creator.Id == pin.CreatorId && creator.UserId == actor.UserId));
}
