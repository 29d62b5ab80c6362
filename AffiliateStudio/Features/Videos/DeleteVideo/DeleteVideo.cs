using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.DeleteVideo;

/// <summary>
/// Takes one of the actor's videos away: viewers get a friendly page, its pins retire, the file goes. The row stays, because clicks, orders and money point to it.
/// </summary>
internal sealed partial class DeleteVideo(
    IDbContextFactory<StudioDb> databases,
    IEnumerable<IVideoDependents> dependents,
    VideoFiles files,
    TimeProvider clock,
    EventHub events,
    ILogger<DeleteVideo> logger)
{
    /// <summary>What to delete.</summary>
    /// <param name="Actor">The video's creator.</param>
    /// <param name="Video">The video.</param>
    public sealed record Command(Actor Actor, VideoId Video);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            if (await db.InWriteAsync(token => RetireAsync(db, command, token), cancellationToken) is not { } video)
            {
                return VideoErrors.NotFound;
            }

            await AnnounceAsync(video, cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return VideoErrors.Changed;
        }
    }

    // One unit: a pin that is published or edited at the same moment comes either before it and retires, or after it and finds no video.
    private async Task<Video?> RetireAsync(StudioDb db, Command command, CancellationToken cancellationToken)
    {
        var video = await db.Set<Video>().FirstOrDefaultAsync(
            v => v.Id == command.Video && v.DeletedAt == null && db.Set<Creator>().Any(c => c.Id == v.CreatorId && c.UserId == command.Actor.UserId),
            cancellationToken);
        if (video is null)
        {
            return null;
        }

        video.DeletedAt = clock.UtcNow();
        foreach (var dependent in dependents)
        {
            await dependent.RetireAsync(db, video.Id, clock.UtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return video;
    }

    private async Task AnnounceAsync(Video video, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { video.FileName, video.PosterFileName }.Where(file => !string.IsNullOrEmpty(file)))
        {
            RemoveFile(file!);
        }

        await events.PublishAsync(new VideoChanged(video.Id), cancellationToken);
        foreach (var dependent in dependents)
        {
            await dependent.AnnounceAsync(video.Id, cancellationToken);
        }
    }

    // The deletion holds even when the file cannot go now (somebody is watching, on some file systems): nobody can reach it any more.
    private void RemoveFile(string fileName)
    {
        try
        {
            File.Delete(files.PathOf(fileName));
        }
        catch (IOException exception)
        {
            LogFileStays(logger, exception, fileName);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {FileName} of a deleted video could not be removed.")]
    private static partial void LogFileStays(ILogger logger, Exception exception, string fileName);
}
