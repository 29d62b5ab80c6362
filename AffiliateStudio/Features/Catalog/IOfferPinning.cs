using AffiliateStudio.Features.Catalog.Model;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Pins an offer to a video. The catalog's cards and pages ask for it; the feature that owns pins opens its dialog.</summary>
public interface IOfferPinning
{
    /// <summary>Opens the pin dialog for an offer on the screen of this circuit and returns when it is closed.</summary>
    Task OpenAsync(OfferId offer);
}
