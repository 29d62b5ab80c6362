using System.Globalization;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos;

/// <summary>Brings our rows to what a platform says about an account's videos. What its creator has deleted here stays deleted.</summary>
internal sealed class PlatformVideos(IDbContextFactory<StudioDb> databases, IdGenerator ids, TimeProvider clock, EventHub events)
{
    /// <summary>Adds what is new and brings the rest up to date; returns how many were added.</summary>
    public async Task<int> KeepAsync(PlatformAccount account, IReadOnlyCollection<PlatformVideo> told, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await db.InWriteAsync(token => KeepAsync(db, account, told, token), cancellationToken);
        await AnnounceAsync(changed.Videos, cancellationToken);
        return changed.Added;
    }

    /// <summary>Says of videos that they are not there any more.</summary>
    public async Task MarkGoneAsync(PlatformAccount account, IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Of(db, account).Where(video => gone.Contains(video.PlatformVideoId!) && video.GoneAt == null).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.GoneAt = clock.UtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        await AnnounceAsync([.. rows.Where(row => row.DeletedAt is null).Select(row => row.Id)], cancellationToken);
    }

    /// <summary>The ids of an account's videos that we know and that are not deleted here.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(PlatformAccount account, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Of(db, account).Where(video => video.DeletedAt == null).OrderByDescending(video => video.CreatedAt).Select(video => video.PlatformVideoId!).ToListAsync(cancellationToken);
    }

    private async Task<(int Added, List<VideoId> Videos)> KeepAsync(StudioDb db, PlatformAccount account, IReadOnlyCollection<PlatformVideo> told, CancellationToken cancellationToken)
    {
        var wanted = told.Select(video => video.Id).ToList();
        var known = await db.Set<Video>().Where(video => video.CreatorId == account.CreatorId && video.Platform == account.Platform && wanted.Contains(video.PlatformVideoId!))
            .ToDictionaryAsync(video => video.PlatformVideoId!, cancellationToken);
        var changed = new List<VideoId>();
        var added = 0;
        foreach (var video in told)
        {
            if (!known.TryGetValue(video.Id, out var row))
            {
                row = New(account, video);
                db.Add(row);
                added++;
            }

            var before = (row.Caption, row.GoneAt, row.PlayerUrl, row.ShareUrl, row.CoverUrl is null);
            Bring(row, account, video);
            if (row.DeletedAt is null && before != (row.Caption, row.GoneAt, row.PlayerUrl, row.ShareUrl, row.CoverUrl is null))
            {
                changed.Add(row.Id);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return (added, changed);
    }

    private Video New(PlatformAccount account, PlatformVideo told) => new()
    {
        Id = ids.New<VideoId>(),
        CreatorId = account.CreatorId,
        Caption = string.Empty,
        Platform = account.Platform,
        PlatformVideoId = told.Id,
        CreatedAt = told.CreatedAt is { } published && published < clock.UtcNow() ? published : clock.UtcNow(),
    };

    private void Bring(Video row, PlatformAccount account, PlatformVideo told)
    {
        var caption = PlainText.Clean(told.Caption);
        row.Caption = caption.Length switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"TikTok video of {row.CreatedAt:d MMMM yyyy}"),
            > VideosOptions.MaxCaptionLength => caption[..VideosOptions.MaxCaptionLength],
            _ => caption,
        };
        row.PlatformOwner = account.OpenId;
        row.PlayerUrl = told.PlayerUrl;
        row.ShareUrl = told.ShareUrl ?? row.ShareUrl;
        row.CoverUrl = told.CoverUrl;
        row.ViewCount = told.Views;
        row.LikeCount = told.Likes;
        row.CommentCount = told.Comments;
        row.ShareCount = told.Shares;
        row.PlatformReadAt = clock.UtcNow();
        row.GoneAt = null;
    }

    private async Task AnnounceAsync(IReadOnlyCollection<VideoId> videos, CancellationToken cancellationToken)
    {
        foreach (var video in videos)
        {
            await events.PublishAsync(new VideoChanged(video), cancellationToken);
        }
    }

    private static IQueryable<Video> Of(StudioDb db, PlatformAccount account) =>
        db.Set<Video>().Where(video => video.CreatorId == account.CreatorId && video.Platform == account.Platform && video.PlatformOwner == account.OpenId);
}
