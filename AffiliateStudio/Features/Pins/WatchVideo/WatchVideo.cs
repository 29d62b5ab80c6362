using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Paging;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>What viewers see of a video. The first page of it is kept in memory until something changes (<see cref="WatchCache"/>).</summary>
internal sealed class WatchVideo(IDbContextFactory<StudioDb> databases, PinnedProducts products, WatchCache cache)
{
    /// <summary>Comments on one page.</summary>
    public const int PageSize = 20;

    /// <summary>What to watch.</summary>
    /// <param name="Video">The video.</param>
    /// <param name="CommentPage">The page of comments, from 1.</param>
    public sealed record Query(VideoId Video, int CommentPage = 1);

    /// <summary>The video, or null when it is not there or was deleted.</summary>
    public ValueTask<WatchedVideo?> RunAsync(Query query, CancellationToken cancellationToken) => query.CommentPage <= 1
        ? cache.GetAsync(query.Video, token => ReadAsync(query.Video, 1, token), cancellationToken)
        : new ValueTask<WatchedVideo?>(ReadAsync(query.Video, query.CommentPage, cancellationToken));

    private async Task<WatchedVideo?> ReadAsync(VideoId id, int page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Set<Video>().Where(video => video.Id == id && video.DeletedAt == null)
            .Join(db.Set<Creator>(), video => video.CreatorId, creator => creator.Id, (video, creator) => new { video, creator })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        return new WatchedVideo(
            id,
            found.video.Caption,
            found.video.MediaType,
            found.video.HasPoster,
            found.video.CreatedAt,
            found.creator.Handle,
            found.creator.DisplayName,
            found.creator.UserId,
            await products.OfVideoAsync(db, id, cancellationToken),
            await CommentsAsync(db, id, page, cancellationToken),
            cache.NextStamp(),
            found.video.Platform is null ? null : new PlatformPlayer(found.video.GoneAt is null ? found.video.PlayerUrl : null, found.video.ShareUrl));
    }

    private static async Task<Page<WatchComment>> CommentsAsync(StudioDb db, VideoId id, int page, CancellationToken cancellationToken)
    {
        var comments = db.Set<Comment>().Where(comment => comment.VideoId == id && comment.DeletedAt == null);
        var total = await comments.CountAsync(cancellationToken);
        var rows = await comments.OrderByDescending(comment => comment.CreatedAt).ThenByDescending(comment => comment.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Join(
                db.Set<StudioUser>(),
                comment => comment.UserId,
                user => user.Id,
                (comment, user) => new WatchComment(comment.Id, comment.UserId, user.DisplayName, comment.Body, comment.CreatedAt))
            .ToListAsync(cancellationToken);
        return new Page<WatchComment>([.. rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id.Value)], total);
    }
}
