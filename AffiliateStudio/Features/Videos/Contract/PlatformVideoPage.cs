namespace AffiliateStudio.Features.Videos.Contract;

/// <summary>A page of somebody's videos, newest first.</summary>
/// <param name="Videos">The videos.</param>
/// <param name="Cursor">Where the next page begins; null when the platform named nothing.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record PlatformVideoPage(IReadOnlyList<PlatformVideo> Videos, long? Cursor, bool HasMore);
