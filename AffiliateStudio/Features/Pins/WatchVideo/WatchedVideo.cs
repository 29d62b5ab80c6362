using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Paging;

namespace AffiliateStudio.Features.Pins.WatchVideo;

/// <summary>Everything that the watch page shows, the same for every viewer.</summary>
/// <param name="Id">The video.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="MediaType">The type of its file; empty for a video that plays elsewhere.</param>
/// <param name="HasPoster">Whether it has a poster.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="Handle">The creator's handle.</param>
/// <param name="CreatorName">The creator's name.</param>
/// <param name="CreatorUserId">The creator's account.</param>
/// <param name="Products">The live pins, the top one first.</param>
/// <param name="Comments">One page of comments, newest first.</param>
/// <param name="Stamp">Changes whenever anything of it changes.</param>
/// <param name="Player">The player of the platform where it was published; null for a video of our own.</param>
public sealed record WatchedVideo(
    VideoId Id,
    string Caption,
    string MediaType,
    bool HasPoster,
    DateTime CreatedAt,
    string Handle,
    string CreatorName,
    Guid CreatorUserId,
    IReadOnlyList<PinnedProduct> Products,
    Page<WatchComment> Comments,
    long Stamp,
    PlatformPlayer? Player = null)
{
    /// <summary>The caption's first line, short enough for a title.</summary>
    public string Title
    {
        get
        {
            var line = Caption.Split('\n')[0];
            return line.Length <= 90 ? line : line[..89] + "…";
        }
    }
}
