using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Catalog;

/// <summary>What may be shown of an offer's price at a moment, by its partner's rules about age.</summary>
/// <param name="Price">The price, or null when it is not known or too old to be shown.</param>
/// <param name="WasPrice">The price that it is compared with; only ever shown beside a higher price than <paramref name="Price"/>.</param>
/// <param name="AsOf">When the price was told, UTC; null when there is none.</param>
/// <param name="NeedsStamp">Whether the partner's rules demand the time and <see cref="Disclaimer"/> beside the price.</param>
/// <param name="IsTooOld">Whether there is a price that must not be shown any more.</param>
public sealed record OfferPrice(Money? Price, Money? WasPrice, DateTime? AsOf, bool NeedsStamp, bool IsTooOld)
{
    /// <summary>The sentence that stands near a stamped price.</summary>
    public const string Disclaimer =
        "Price and availability are accurate as of the time shown and may change. The price at the shop when you buy is the one that counts.";

    /// <summary>An offer without a price.</summary>
    public static OfferPrice Unknown { get; } = new(null, null, null, false, false);

    /// <summary>Applies the partner's rules to an offer.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="partner">Its partner.</param>
    /// <param name="now">Now, UTC.</param>
    public static OfferPrice Of(Offer offer, Partner partner, DateTime now)
    {
        // What nights in the past cost is no price.
        if (offer.Price is not { } price || OfferStay.IsOver(offer.Stay, now))
        {
            return Unknown;
        }

        var asOf = offer.PriceAsOf ?? offer.FetchedAt;
        var age = now - (asOf ?? DateTime.MinValue);
        if (IsTooOldToShow(partner, age))
        {
            return new OfferPrice(null, null, asOf, false, true);
        }

        var stamp = partner.PriceStampAfterMinutes is { } minutes && age > TimeSpan.FromMinutes(minutes);
        var was = offer.WasPrice is { } before && before > price ? before : (Money?)null;
        return new OfferPrice(price, was, asOf, stamp, false);
    }

    /// <summary>The pictures that may be shown now: a partner's own as long as its rules allow, a person's always.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="partner">Its partner.</param>
    /// <param name="now">Now, UTC.</param>
    public static IReadOnlyList<string> PicturesOf(Offer offer, Partner partner, DateTime now) =>
        !offer.IsEnteredByHand && IsTooOldToShow(partner, now - (offer.PicturesAsOf ?? offer.FetchedAt ?? DateTime.MinValue))
            ? []
            : offer.ImageUrls.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsTooOldToShow(Partner partner, TimeSpan age) => partner.HidePriceAfterHours is { } hours && age > TimeSpan.FromHours(hours);
}
