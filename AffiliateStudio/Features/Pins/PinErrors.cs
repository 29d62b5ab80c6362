using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Pins;

/// <summary>What a person can do wrong with pins, and what to do instead.</summary>
internal static class PinErrors
{
    public static Error VideoNotFound { get; } = new(
        "pins.video-not-found", "This video is not there any more. It may have been deleted in another window. Choose another video.", "Video", VideosRoutes.List);

    public static Error OfferNotFound { get; } = new("pins.offer-not-found", "This product is not known any more. Search for it again.");

    public static Error PartnerNotOpen { get; } = new("pins.partner-not-open", "Pins for this shop cannot be made at the moment. Choose another shop's offer.");

    public static Error LinkRefused { get; } = new(
        "pins.link-refused", "The product's address does not lead to the shop it claims to be from, so it was not pinned. Search for the product and pin it from there.");

    public static Error TextMissing { get; } = new("pins.text-missing", "Write a few words about the product.", "Text");

    public static Error NotACreator { get; } = new("pins.not-a-creator", "Only creators can pin products. Sign in with a creator's account.");

    public static Error NotFound { get; } = new("pins.not-found", "This pin is not there any more. It may have been retired in another window.");

    public static Error OrderChanged { get; } = new(
        "pins.order-changed", "The pins have changed since you saw this list. It is up to date now; move the pin once more.");

    public static Error TooManyTests { get; } = new("pins.too-many-tests", "That were many tests. Wait a minute and test this link again.");

    public static Error PartnerRefuses(string partner, PartnerFailure refusal) => new(
        "pins.partner-refuses", $"{partner} does not let this product be linked ({refusal.Message.TrimEnd('.')}). {refusal.Remedy}", "Offer");

    public static Error TextTooLong(int allowed) => new(
        "pins.text-too-long", $"The comment may have {allowed} characters beside the disclosure. Shorten it.", "Text");

    public static Error LimitReached(int limit, VideoId video) => new(
        "pins.limit-reached", $"A video may have {limit} {(limit == 1 ? "pin" : "pins")}. Retire one on the video's page, or choose another video.", "Video", VideosRoutes.Details(video));

    public static Error AlreadyPinned(VideoId video, PinId pin) => new(
        "pins.already-pinned", "This product is pinned to this video already. Edit that pin, or choose another video.", "Video", $"{VideosRoutes.Details(video)}#pin-{pin.Value}");

    public static Error Changed(Pin now) => new(
        "pins.changed",
        now.State switch
        {
            PinState.Paused => "This pin was changed in another window: it is paused now. Look at it and repeat what you wanted to do.",
            PinState.Retired => "This pin was retired in another window. It cannot be changed any more; pin the product again if you need it.",
            _ => $"This pin was changed in another window: its text is now “{Shortened(now.Text)}”. Look at it and repeat what you wanted to do.",
        });

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
