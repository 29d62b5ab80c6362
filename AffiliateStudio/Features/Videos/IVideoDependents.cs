using AffiliateStudio.Data;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>What hangs on a video and goes with it. Implemented by features that come later.</summary>
internal interface IVideoDependents
{
    /// <summary>Takes down what hangs on the video, in the caller's unit: tracked changes only, saved by the caller together with the deletion.</summary>
    Task RetireAsync(StudioDb db, VideoId video, DateTime now, CancellationToken cancellationToken);

    /// <summary>Tells open pages about it, after the deletion is durable.</summary>
    Task AnnounceAsync(VideoId video, CancellationToken cancellationToken);
}
