using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.ManagePins;

/// <summary>A video as its creator sees it.</summary>
/// <param name="Id">The video.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="MediaType">The type of its file; empty for a video that plays elsewhere.</param>
/// <param name="HasPoster">Whether it has a poster.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="Limit">How many pins it may have.</param>
/// <param name="Standing">Its live and paused pins, the top one first.</param>
/// <param name="Retired">Its retired pins, the latest first.</param>
/// <param name="Platform">How it does at its platform; null when it was uploaded here.</param>
public sealed record OwnVideo(
    VideoId Id, string Caption, string MediaType, bool HasPoster, DateTime CreatedAt, int Limit, IReadOnlyList<OwnPin> Standing, IReadOnlyList<OwnPin> Retired, PlatformFigures? Platform = null);
