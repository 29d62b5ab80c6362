using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Features.Pins.ManagePins;

/// <summary>A pin as its creator sees it.</summary>
/// <param name="Id">The pin.</param>
/// <param name="Version">Its version; commands carry it.</param>
/// <param name="LinkCode">The code of its link.</param>
/// <param name="State">Whether viewers see it.</param>
/// <param name="Disclosure">The sentences that stand first.</param>
/// <param name="Text">The creator's words.</param>
/// <param name="PublishedAt">When it went live, UTC.</param>
/// <param name="Clicks">Counted clicks since then.</param>
/// <param name="Offer">What is pinned, or null when its partner is gone.</param>
/// <param name="WhyNotEarning">Why its link does not earn; null when it does.</param>
/// <param name="Comment">How far its comment is at the video's platform; null on a video of our own.</param>
public sealed record OwnPin(
    PinId Id,
    int Version,
    LinkCode LinkCode,
    PinState State,
    string Disclosure,
    string Text,
    DateTime PublishedAt,
    long Clicks,
    OfferSummary? Offer,
    string? WhyNotEarning,
    PinComment? Comment = null)
{
    /// <summary>The product's title.</summary>
    public string Title => Offer?.Title ?? "A product that is not offered any more";
}
