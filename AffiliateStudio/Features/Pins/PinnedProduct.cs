using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Pins;

/// <summary>A live pin as viewers see it.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="Link">The address of its link, <c>/go/{code}</c>.</param>
/// <param name="Offer">What is pinned.</param>
/// <param name="Title">The product.</param>
/// <param name="Shop">The shop's name.</param>
/// <param name="Domain">The shop's domain.</param>
/// <param name="Disclosure">The sentences that stand first.</param>
/// <param name="Text">The creator's words.</param>
/// <param name="Picture">The product's picture, or null when there is none that may be shown.</param>
/// <param name="Price">The price, or null when there is none that may be shown.</param>
/// <param name="PriceAsOf">When the price was told, which stands beside it, UTC; null without a price.</param>
/// <param name="Stay">For when the price is, with travel; null for goods.</param>
/// <param name="IsOver">Whether these dates are past.</param>
public sealed record PinnedProduct(
    PinId Pin,
    string Link,
    OfferId Offer,
    string Title,
    string Shop,
    string Domain,
    string Disclosure,
    string Text,
    string? Picture,
    Money? Price,
    DateTime? PriceAsOf,
    StayQuote? Stay = null,
    bool IsOver = false);
