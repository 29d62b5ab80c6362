using AffiliateStudio.Data;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.ReadPinComment;

/// <summary>How far the comment of one of the actor's pins is at its platform.</summary>
internal sealed class ReadPinComment(IDbContextFactory<StudioDb> databases)
{
    /// <summary>Which pin.</summary>
    /// <param name="Actor">Its creator.</param>
    /// <param name="Pin">The pin.</param>
    public sealed record Query(Actor Actor, PinId Pin);

    /// <summary>How far it is; null when the pin is on a video of our own, or somebody else's.</summary>
    public async Task<PinComment?> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await PinChange.Owned(db, query.Actor).AnyAsync(pin => pin.Id == query.Pin, cancellationToken))
        {
            return null;
        }

        return await db.Set<PlatformComment>().AsNoTracking().FirstOrDefaultAsync(row => row.PinId == query.Pin, cancellationToken) is { } row ? PinComment.Of(row) : null;
    }
}
