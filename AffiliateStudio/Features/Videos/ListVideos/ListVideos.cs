using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Paging;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.ListVideos;

/// <summary>The actor's videos, newest first.</summary>
internal sealed class ListVideos(IDbContextFactory<StudioDb> databases, IVideoNumbers numbers)
{
    /// <summary>Which page of the list.</summary>
    /// <param name="Actor">Whose videos.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="PageSize">How many on a page.</param>
    public sealed record Query(Actor Actor, int Page = 1, int PageSize = 24);

    public async Task<Page<VideoRow>> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var mine = db.Set<Video>().Where(video => video.DeletedAt == null
            && db.Set<Creator>().Any(creator => creator.Id == video.CreatorId && creator.UserId == query.Actor.UserId));
        var total = await mine.CountAsync(cancellationToken);
        var videos = await mine.OrderByDescending(video => video.CreatedAt).ThenByDescending(video => video.Id)
            .Skip((int.Max(1, query.Page) - 1) * query.PageSize).Take(query.PageSize).AsNoTracking().ToListAsync(cancellationToken);
        var counts = await numbers.OfAsync([.. videos.Select(video => video.Id)], cancellationToken);
        return new Page<VideoRow>(
            [.. videos.Select(video => new VideoRow(
                video.Id,
                video.Caption,
                video.HasPoster,
                video.CreatedAt,
                counts.GetValueOrDefault(video.Id, VideoNumbers.None),
                video.Platform is null ? null : new PlatformFigures(video.ShareUrl, video.ViewCount, video.GoneAt is not null)))],
            total);
    }
}
