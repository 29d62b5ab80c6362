using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Pins;

/// <summary>A pin was published, edited, moved, paused, resumed or retired.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Code">The code of its link.</param>
/// <param name="Video">The video it is on.</param>
public sealed record PinChanged(PinId Pin, LinkCode Code, VideoId Video);
