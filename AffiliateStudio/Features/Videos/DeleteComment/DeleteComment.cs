using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.DeleteComment;

/// <summary>Takes a comment away: its writer may, and the creator of the video.</summary>
internal sealed class DeleteComment(IDbContextFactory<StudioDb> databases, TimeProvider clock, EventHub events)
{
    /// <summary>What to take away.</summary>
    /// <param name="Actor">The writer, or the video's creator.</param>
    /// <param name="Comment">The comment.</param>
    public sealed record Command(Actor Actor, CommentId Comment);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = command.Actor.UserId;
        var comment = await db.Set<Comment>().FirstOrDefaultAsync(
            c => c.Id == command.Comment && c.DeletedAt == null
                && (c.UserId == user
                    || db.Set<Video>().Any(v => v.Id == c.VideoId && db.Set<Creator>().Any(creator => creator.Id == v.CreatorId && creator.UserId == user))),
            cancellationToken);
        if (comment is null)
        {
            return VideoErrors.CommentNotFound;
        }

        comment.DeletedAt = clock.UtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await events.PublishAsync(new CommentsChanged(comment.VideoId), cancellationToken);
        return Result.Success;
    }
}
