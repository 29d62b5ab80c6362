using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Pins.PublishPin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Ui.Feedback;

namespace AffiliateStudio.Features.Pins;

/// <summary>Opens the pin dialog. Scoped to the circuit.</summary>
internal sealed class PinDialogs(Dialogs dialogs) : IOfferPinning
{
    /// <inheritdoc />
    public Task OpenAsync(OfferId offer) => ShowAsync(offer, null);

    /// <summary>Opens the dialog for a video; the person chooses the product in it.</summary>
    public Task OpenAsync(VideoId video) => ShowAsync(null, video);

    private Task<object?> ShowAsync(OfferId? offer, VideoId? video) => dialogs.OpenAsync<PinDialog>(
        "Pin to video", new Dictionary<string, object?> { [nameof(PinDialog.Offer)] = offer, [nameof(PinDialog.Video)] = video }, DialogSize.Large);
}
