using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.OpenStorefront;

/// <summary>A video on a creator's public page.</summary>
/// <param name="Id">The video.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="HasPoster">Whether it has a poster.</param>
/// <param name="Products">How many products are pinned.</param>
public sealed record StorefrontVideo(VideoId Id, string Caption, bool HasPoster, int Products);
