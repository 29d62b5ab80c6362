using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Catalog;

/// <summary>What cards, pages and pins show of an offer: only what the partner's rules allow to be shown at the moment it was made.</summary>
public sealed record OfferSummary
{
    /// <summary>The offer.</summary>
    public required OfferId Id { get; init; }

    /// <summary>The partner.</summary>
    public required PartnerKey Partner { get; init; }

    /// <summary>The partner's name, such as "Walmart".</summary>
    public required string PartnerName { get; init; }

    /// <summary>The shop's domain, such as <c>walmart.com</c>.</summary>
    public required string ShopDomain { get; init; }

    /// <summary>What the shop is called for viewers: the partner's name, or the merchant's domain inside a network.</summary>
    public string ShopName
    {
        get => field ?? PartnerName;
        init;
    }

    /// <summary>Whether somebody else than the partner itself sells it, who has to be named.</summary>
    public bool IsSoldByMerchant => MerchantId.Length > 0 && Merchant.Length > 0 && Merchant != PartnerName;

    /// <summary>The partner's id of the product.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Who sells it; the partner's name when it sells itself.</summary>
    public required string Merchant { get; init; }

    /// <summary>The merchant by the partner's id of it, when the partner is a network of several; else empty.</summary>
    public string MerchantId { get; init; } = string.Empty;

    /// <summary>The stay that is offered, or null.</summary>
    public StayQuote? Stay { get; init; }

    /// <summary>Whether it is travel, which pays after the stay.</summary>
    public bool IsTravel { get; init; }

    /// <summary>Whether the first day of the stay is past, so that it cannot be bought as it stands here.</summary>
    public bool IsOver { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The brand, or empty.</summary>
    public required string Brand { get; init; }

    /// <summary>GTIN with 14 digits, or null.</summary>
    public required string? Gtin { get; init; }

    /// <summary>The studio category, such as "Home/Lighting".</summary>
    public required string Category { get; init; }

    /// <summary>Pictures that may be shown now, the main one first; shown with no referrer, never stored.</summary>
    public required IReadOnlyList<string> ImageUrls { get; init; }

    /// <summary>The price and what the partner's rules say about it.</summary>
    public required OfferPrice Price { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public required StockState Stock { get; init; }

    /// <summary>What a sale brings, or null when no rate is known.</summary>
    public required SaleEarning? Earning { get; init; }

    /// <summary>How long after the click an order counts, in words.</summary>
    public required string WindowText { get; init; }

    /// <summary>When the money comes, in words.</summary>
    public required string PaysAfterText { get; init; }

    /// <summary>What does not pay, or empty.</summary>
    public required string Restrictions { get; init; }

    /// <summary>The page at the shop as the partner gave it, perhaps with the studio's tag: https, or a <c>/sandbox/…</c> path.</summary>
    public required string ProductUrl { get; init; }

    /// <summary>Whether a person typed it in because no connection could tell.</summary>
    public required bool IsEnteredByHand { get; init; }

    /// <summary>When the partner last told us about it, UTC; null when it never did.</summary>
    public required DateTime? FetchedAt { get; init; }

    /// <summary>The main picture, or null.</summary>
    public string? ImageUrl => ImageUrls.Count > 0 ? ImageUrls[0] : null;

    /// <summary>The money per sale, or null when price or rate is not known.</summary>
    public Money? PerSale => Earning?.PerSale;
}
