using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>The comment that stands for a pin at a platform was written, pinned, taken away, or that failed.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Video">The video it is on.</param>
public sealed record PinCommentChanged(PinId Pin, VideoId Video);
