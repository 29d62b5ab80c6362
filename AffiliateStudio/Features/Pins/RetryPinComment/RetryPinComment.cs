using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PostPinComment;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.RetryPinComment;

/// <summary>Tries a pin's comment at its platform again because its creator asks for it.</summary>
internal sealed class RetryPinComment(IDbContextFactory<StudioDb> databases, FollowPins follow, TimeProvider clock)
{
    /// <summary>Which pin.</summary>
    /// <param name="Actor">Its creator.</param>
    /// <param name="Pin">The pin.</param>
    public sealed record Command(Actor Actor, PinId Pin);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pin = await PinChange.Owned(db, command.Actor).AsNoTracking().FirstOrDefaultAsync(pin => pin.Id == command.Pin, cancellationToken);
        if (pin is null || await db.Set<PlatformComment>().FirstOrDefaultAsync(row => row.PinId == command.Pin, cancellationToken) is not { } row)
        {
            return PinErrors.NotFound;
        }

        PinCommentRows.Settle(row);
        row.NextAttemptAt = clock.UtcNow();
        await db.SaveChangesAsync(cancellationToken);
        follow.Wake(pin.VideoId);
        return Result.Success;
    }
}
