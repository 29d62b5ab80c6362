using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.PreparePin;

/// <summary>A video that an offer can be pinned to.</summary>
/// <param name="Video">The video.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="HasPoster">Whether it has a poster.</param>
/// <param name="Pins">How many pins it has.</param>
/// <param name="IsPinned">Whether this offer is pinned to it already.</param>
public sealed record PinTarget(VideoId Video, string Caption, bool HasPoster, int Pins, bool IsPinned);
