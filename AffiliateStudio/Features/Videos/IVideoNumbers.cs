using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>Pins and clicks of videos. Told by the feature that knows pins.</summary>
public interface IVideoNumbers
{
    /// <summary>The numbers of each of these videos; a video without pins is left out.</summary>
    Task<IReadOnlyDictionary<VideoId, VideoNumbers>> OfAsync(IReadOnlyCollection<VideoId> videos, CancellationToken cancellationToken);
}
