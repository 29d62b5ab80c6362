using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins.PublishPin;

/// <summary>A pin that is live.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="LinkCode">The code of its link.</param>
/// <param name="Video">The video it is on.</param>
public sealed record PublishedPin(PinId Pin, LinkCode LinkCode, VideoId Video);
