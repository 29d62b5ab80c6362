namespace AffiliateStudio.Features.Videos;

/// <summary>How a video does at the platform where it was published.</summary>
/// <param name="ShareUrl">Its page there.</param>
/// <param name="Views">Views there; null when the platform does not tell.</param>
/// <param name="IsGone">Whether it is not there any more.</param>
public sealed record PlatformFigures(string? ShareUrl, long? Views, bool IsGone);
