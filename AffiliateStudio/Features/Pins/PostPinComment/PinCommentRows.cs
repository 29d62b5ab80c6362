using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>The rows behind comments at platforms: who is at one, what it should be, what is due.</summary>
internal sealed class PinCommentRows(IDbContextFactory<StudioDb> databases, TimeProvider clock)
{
    // Longer than all calls of one turn may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const int MostAttempts = 12;

    private const int LongestText = 400;

    /// <summary>Takes a comment for oneself; false when somebody else is at it or there is none.</summary>
    public async Task<bool> ClaimAsync(PinId pin, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.InWriteAsync(
            async token => await db.Set<PlatformComment>().Where(row => row.PinId == pin && (row.LeaseUntil == null || row.LeaseUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, now + Lease), token) == 1,
            cancellationToken);
    }

    /// <summary>What a pin's comment should be.</summary>
    public static Task<CommentTask?> TaskAsync(StudioDb db, PinId id, CancellationToken cancellationToken)
    {
        var tasks =
            from pin in db.Set<Pin>()
            join video in db.Set<Video>() on pin.VideoId equals video.Id
            join offer in db.Set<Offer>() on pin.OfferId equals offer.Id
            where pin.Id == id && video.PlatformVideoId != null
            select new CommentTask(
                pin.Id,
                pin.CreatorId,
                video.Id,
                video.PlatformVideoId!,
                pin.LinkCode,
                pin.Disclosure,
                offer.Title,
                video.GoneAt != null,
                pin.State == PinState.Live && video.DeletedAt == null,
                !db.Set<Pin>().Any(other => other.VideoId == pin.VideoId && other.State == PinState.Live && other.Position < pin.Position));
        return tasks.FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The pins of a video that have a comment, the last one first: a comment is let go before another one is pinned.</summary>
    public async Task<IReadOnlyList<PinId>> OfVideoAsync(VideoId video, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Pin>().Where(pin => pin.VideoId == video && db.Set<PlatformComment>().Any(row => row.PinId == pin.Id))
            .OrderByDescending(pin => pin.Position).Select(pin => pin.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What is to be tried again by now, and what nobody has set about although it is not as it should be.</summary>
    public async Task<IReadOnlyList<PinId>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due =
            from row in db.Set<PlatformComment>()
            join pin in db.Set<Pin>() on row.PinId equals pin.Id
            join video in db.Set<Video>() on pin.VideoId equals video.Id
            let isWanted = pin.State == PinState.Live && video.DeletedAt == null && video.GoneAt == null
            where row.LeaseUntil == null || row.LeaseUntil < now
            where row.NextAttemptAt <= now
                || (row.NextAttemptAt == null && row.FailedStep == null && ((isWanted && row.CommentId == null) || (!isWanted && row.CommentId != null)))
            orderby row.NextAttemptAt
            select row.PinId;
        return await due.ToListAsync(cancellationToken);
    }

    /// <summary>Notes that a step failed, and when it is tried again by itself, if ever.</summary>
    public void Fail(PlatformComment row, PlatformStep step, PartnerFailure failure)
    {
        row.FailedStep = step;
        row.FailureKind = failure.Kind;
        row.FailureCode = Cut(failure.Code, 100);
        row.FailureMessage = Cut(failure.Message, LongestText);
        row.FailureRemedy = Cut(failure.Remedy, LongestText);

        // Too many calls are nobody's fault and pass: they wait as long as it takes.
        row.Attempts += failure.Kind == PartnerFailureKind.Throttled ? 0 : 1;
        var wait = failure.RetryAfter ?? FirstWait * Math.Pow(2, Math.Min(row.Attempts, 10));
        row.NextAttemptAt = failure.IsTransient && row.Attempts < MostAttempts ? clock.UtcNow() + (wait < LongestWait ? wait : LongestWait) : null;
    }

    /// <summary>Notes that all is as it should be.</summary>
    public static void Settle(PlatformComment row)
    {
        row.FailedStep = null;
        row.FailureKind = null;
        row.FailureCode = null;
        row.FailureMessage = null;
        row.FailureRemedy = null;
        row.Attempts = 0;
        row.NextAttemptAt = null;
    }

    /// <summary>Notes that there is no comment.</summary>
    public static void Forget(PlatformComment row)
    {
        row.CommentId = null;
        row.PostedAt = null;
        row.PinnedAt = null;
        row.MayBePosted = false;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
