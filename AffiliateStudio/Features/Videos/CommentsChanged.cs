using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>A comment under a video was written or taken away.</summary>
/// <param name="Video">The video.</param>
public sealed record CommentsChanged(VideoId Video);
