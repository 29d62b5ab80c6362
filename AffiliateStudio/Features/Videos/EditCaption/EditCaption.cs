using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Videos.EditCaption;

/// <summary>Changes the caption of one of the actor's videos.</summary>
internal sealed class EditCaption(IDbContextFactory<StudioDb> databases, EventHub events)
{
    /// <summary>What to change.</summary>
    /// <param name="Actor">The video's creator.</param>
    /// <param name="Video">The video.</param>
    /// <param name="Caption">The new caption.</param>
    public sealed record Command(Actor Actor, VideoId Video, string Caption);

    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var caption = CaptionText.Check(command.Caption);
        if (!caption.Succeeded)
        {
            return caption.Error;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var video = await db.Set<Video>().FirstOrDefaultAsync(
            v => v.Id == command.Video && v.DeletedAt == null && db.Set<Creator>().Any(c => c.Id == v.CreatorId && c.UserId == command.Actor.UserId),
            cancellationToken);
        if (video is null)
        {
            return VideoErrors.NotFound;
        }

        if (video.Platform is not null)
        {
            return VideoErrors.CaptionIsElsewhere;
        }

        video.Caption = caption.Value;
        await db.SaveChangesAsync(cancellationToken);
        await events.PublishAsync(new VideoChanged(video.Id), cancellationToken);
        return Result.Success;
    }
}
