using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Videos.AddComment;

/// <summary>Writes a comment of a signed-in person under a video.</summary>
internal sealed class AddComment(IDbContextFactory<StudioDb> databases, IdGenerator ids, TimeProvider clock, EventHub events, IOptions<VideosOptions> options)
{
    /// <summary>What to write.</summary>
    /// <param name="Actor">Who writes.</param>
    /// <param name="Video">Under which video.</param>
    /// <param name="Body">The text.</param>
    public sealed record Command(Actor Actor, VideoId Video, string? Body);

    public async Task<Result<CommentId>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsSignedIn)
        {
            return VideoErrors.SignInToComment;
        }

        var body = PlainText.Clean(command.Body);
        if (body.Length is 0 or > VideosOptions.MaxCommentLength)
        {
            return body.Length == 0 ? VideoErrors.CommentMissing : VideoErrors.CommentTooLong;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Video>().AnyAsync(video => video.Id == command.Video && video.DeletedAt == null, cancellationToken))
        {
            return VideoErrors.NotFound;
        }

        var now = clock.UtcNow();
        var since = now.AddMinutes(-1);
        if (await db.Set<Comment>().CountAsync(c => c.UserId == command.Actor.UserId && c.CreatedAt > since && c.CreatedAt <= now, cancellationToken) >= options.Value.MaxCommentsPerMinute)
        {
            return VideoErrors.CommentTooOften;
        }

        var comment = new Comment { Id = ids.New<CommentId>(), VideoId = command.Video, UserId = command.Actor.UserId, Body = body, CreatedAt = now };
        db.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        await events.PublishAsync(new CommentsChanged(command.Video), cancellationToken);
        return comment.Id;
    }
}
