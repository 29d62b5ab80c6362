using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.PostPinComment;

/// <summary>
/// Brings a pin's comment at its video's platform to what it should be: written and pinned while the pin is live, taken away otherwise. It may be run at any time and any
/// number of times. A pin is never touched by what fails here.
/// </summary>
internal sealed class PostPinComment(
    IDbContextFactory<StudioDb> databases, PinCommentRows rows, PlatformSessions sessions, ICommentChannel channel, OwnAddress address, TimeProvider clock, EventHub events)
{
    /// <summary>The least time between two comments of a creator: similar ones in a row are taken for spam.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private const int MostPages = 5;

    private static readonly PartnerFailure TooLong = new(
        PartnerFailureKind.InvalidRequest, "too long", "The short link does not fit into a TikTok comment.", "An admin can set a shorter Studio:PublicUrl.");

    /// <summary>Somebody deleted the comment at TikTok.</summary>
    public static readonly PartnerFailure TakenAway = new(
        PartnerFailureKind.NotFound, "taken away", "The comment was deleted at TikTok.", "Try again to post it once more, or leave it as it is.");

    /// <summary>Does what is to be done for one pin.</summary>
    public async Task RunAsync(PinId pin, CancellationToken cancellationToken)
    {
        if (!await rows.ClaimAsync(pin, cancellationToken))
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<PlatformComment>().FirstAsync(comment => comment.PinId == pin, cancellationToken);
        var task = await PinCommentRows.TaskAsync(db, pin, cancellationToken);
        try
        {
            if (task is not null)
            {
                await CarryOutAsync(db, row, task, cancellationToken);
            }
        }
        finally
        {
            // What is known by now is kept also when the server is stopping.
            row.LeaseUntil = null;
            await db.SaveChangesAsync(CancellationToken.None);
        }

        if (task is not null)
        {
            await events.PublishAsync(new PinCommentChanged(pin, task.Video), cancellationToken);
        }
    }

    private async Task CarryOutAsync(StudioDb db, PlatformComment row, CommentTask task, CancellationToken cancellationToken)
    {
        if (task.IsGone)
        {
            PinCommentRows.Forget(row);
            PinCommentRows.Settle(row);
        }
        else if (!task.IsWanted)
        {
            await RemoveAsync(row, task, cancellationToken);
        }
        else if (IsSettled(row))
        {
            // Taken away at the platform, or refused for good: only the creator's "Try again" opens it.
            return;
        }
        else if (row.CommentId is not null || await PostAsync(db, row, task, cancellationToken))
        {
            await PinAsync(row, task, cancellationToken);
        }
    }

    private static bool IsSettled(PlatformComment row) =>
        row is { CommentId: null, FailedStep: PlatformStep.Post, NextAttemptAt: null, FailureKind: PartnerFailureKind.NotFound or PartnerFailureKind.InvalidRequest };

    private async Task<bool> PostAsync(StudioDb db, PlatformComment row, CommentTask task, CancellationToken cancellationToken)
    {
        if (row.MayBePosted || row.Postings > 0)
        {
            var found = await FindAsync(task, cancellationToken);
            if (!found.Succeeded)
            {
                rows.Fail(row, PlatformStep.Post, found.Failure);
                return false;
            }

            if (found.Value is { IsHidden: false } there)
            {
                Posted(row, there.Id);
                return true;
            }
        }

        if (await WaitAsync(db, task, cancellationToken) is { } turn)
        {
            row.NextAttemptAt = turn;
            return false;
        }

        var link = new Uri(address.Public, PinsRoutes.Go(task.Code)).AbsoluteUri;
        if (PinCommentText.Compose(task.Disclosure, task.Product, link, channel.MaxLength, row.Postings) is not { } text)
        {
            rows.Fail(row, PlatformStep.Post, TooLong);
            return false;
        }

        // Kept before it is sent: whoever comes after a crash looks for it first.
        row.MayBePosted = true;
        row.Postings++;
        await db.SaveChangesAsync(cancellationToken);
        var answer = await CallAsync(task, (access, token) => channel.CreateAsync(access, task.PlatformVideo, text, token), cancellationToken);
        if (answer.Succeeded)
        {
            Posted(row, answer.Value);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        if (!IsUncertain(answer.Failure))
        {
            row.MayBePosted = false;
            row.Postings--;
        }

        rows.Fail(row, PlatformStep.Post, answer.Failure);
        return false;
    }

    private async Task PinAsync(PlatformComment row, CommentTask task, CancellationToken cancellationToken)
    {
        if (task.IsFirst == row.PinnedAt is not null)
        {
            PinCommentRows.Settle(row);
            return;
        }

        var answer = await CallAsync(task, (access, token) => channel.PinAsync(access, task.PlatformVideo, row.CommentId!, task.IsFirst, token), cancellationToken);
        if (answer.Succeeded)
        {
            row.PinnedAt = task.IsFirst ? clock.UtcNow() : null;
            PinCommentRows.Settle(row);
        }
        else if (answer.Failure.Kind == PartnerFailureKind.NotFound)
        {
            PinCommentRows.Forget(row);
            rows.Fail(row, PlatformStep.Post, TakenAway);
        }
        else
        {
            rows.Fail(row, PlatformStep.Pin, answer.Failure);
        }
    }

    private async Task RemoveAsync(PlatformComment row, CommentTask task, CancellationToken cancellationToken)
    {
        if (row is { CommentId: null, MayBePosted: true })
        {
            var found = await FindAsync(task, cancellationToken);
            if (!found.Succeeded)
            {
                rows.Fail(row, PlatformStep.Remove, found.Failure);
                return;
            }

            row.CommentId = found.Value?.Id;
        }

        if (row.CommentId is { } comment)
        {
            var answer = await CallAsync(task, (access, token) => channel.DeleteAsync(access, task.PlatformVideo, comment, token), cancellationToken);
            if (answer.Failure is { Kind: not PartnerFailureKind.NotFound } failure)
            {
                rows.Fail(row, PlatformStep.Remove, failure);
                return;
            }
        }

        PinCommentRows.Forget(row);
        PinCommentRows.Settle(row);
    }

    // Our own comment with this pin's link, when there is one.
    private async Task<PartnerResult<ChannelComment?>> FindAsync(CommentTask task, CancellationToken cancellationToken)
    {
        var link = PinsRoutes.Go(task.Code);
        ChannelComment? hidden = null;
        long cursor = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var from = cursor;
            var answer = await CallAsync(task, (access, token) => channel.ListAsync(access, task.PlatformVideo, from, token), cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            var ours = answer.Value.Comments.Where(comment => comment.IsOwn && comment.Text.Contains(link, StringComparison.Ordinal)).ToList();
            if (ours.Find(comment => !comment.IsHidden) is { } seen)
            {
                return seen;
            }

            hidden ??= ours.FirstOrDefault();
            if (!answer.Value.HasMore || answer.Value.Cursor <= cursor)
            {
                break;
            }

            cursor = answer.Value.Cursor;
        }

        return hidden;
    }

    // When a creator has just written another comment, this one waits for its turn.
    private async Task<DateTime?> WaitAsync(StudioDb db, CommentTask task, CancellationToken cancellationToken)
    {
        var since = clock.UtcNow() - Pace;
        var last = await db.Set<PlatformComment>()
            .Where(row => row.PinId != task.Pin && row.PostedAt > since && db.Set<Pin>().Any(pin => pin.Id == row.PinId && pin.CreatorId == task.Creator))
            .MaxAsync(row => row.PostedAt, cancellationToken);
        return last + Pace;
    }

    private Task<PartnerResult<T>> CallAsync<T>(CommentTask task, Func<PlatformAccess, CancellationToken, Task<PartnerResult<T>>> call, CancellationToken cancellationToken) =>
        sessions.CallAsync(task.Creator, PlatformProgram.Comments, call, cancellationToken);

    private void Posted(PlatformComment row, string comment)
    {
        row.CommentId = comment;
        row.PostedAt = clock.UtcNow();
        row.PinnedAt = null;
        row.MayBePosted = false;
    }

    private static bool IsUncertain(PartnerFailure failure) =>
        failure.Kind is PartnerFailureKind.Unavailable or PartnerFailureKind.TimedOut or PartnerFailureKind.MalformedAnswer;
}
