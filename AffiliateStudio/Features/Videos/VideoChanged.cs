using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>A video was added, its caption changed, or it was deleted.</summary>
/// <param name="Video">The video.</param>
public sealed record VideoChanged(VideoId Video);
