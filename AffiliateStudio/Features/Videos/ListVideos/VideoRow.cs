using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos.ListVideos;

/// <summary>A video in the creator's grid.</summary>
/// <param name="Id">The video.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="HasPoster">Whether it has a poster.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="Numbers">Its pins and clicks.</param>
/// <param name="Platform">How it does at its platform; null when it was uploaded here.</param>
public sealed record VideoRow(VideoId Id, string Caption, bool HasPoster, DateTime CreatedAt, VideoNumbers Numbers, PlatformFigures? Platform = null);
