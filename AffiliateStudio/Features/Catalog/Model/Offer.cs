using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Catalog.Model;

/// <summary>
/// A thing at one partner: the local copy of what a partner told us, or of what a person typed in for a pasted URL. Prices and pictures age by the partner's rules
/// (see <see cref="Partner.HidePriceAfterHours"/>); ids and titles stay.
/// </summary>
public sealed class Offer
{
    /// <summary>The id, stable as long as partner and <see cref="ExternalId"/> are.</summary>
    public OfferId Id { get; init; }

    /// <summary>The partner.</summary>
    public PartnerKey Partner { get; init; }

    /// <summary>The partner's product id; unique for the partner.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The title, 300 characters at most.</summary>
    public required string Title { get; set; }

    /// <summary>Who sells it: the partner's own name, or a merchant inside it.</summary>
    public required string Merchant { get; set; }

    /// <summary>The merchant by the partner's id of it, when the partner is a network of several; else empty.</summary>
    public string MerchantId { get; set; } = string.Empty;

    /// <summary>Whether the partner says that a sale of it pays nothing.</summary>
    public bool PaysNothing { get; set; }

    /// <summary>The first night, or the day of an activity; null for goods and for travel without dates.</summary>
    public DateOnly? CheckIn { get; set; }

    /// <summary>The day of leaving; null exactly when <see cref="CheckIn"/> is.</summary>
    public DateOnly? CheckOut { get; set; }

    /// <summary>How many people the price is for; 0 for goods.</summary>
    public int Guests { get; set; }

    /// <summary>The price of one night in minor units, or null. <see cref="PriceMinor"/> is then the total.</summary>
    public long? NightlyMinor { get; set; }

    /// <summary>The brand, or empty.</summary>
    public string Brand { get; set; } = string.Empty;

    /// <summary>GTIN with 14 digits, or null when it is not known.</summary>
    public string? Gtin { get; set; }

    /// <summary>The studio category, such as "Home/Lighting/Desk Lamps"; empty when it is not known.</summary>
    public string Category { get; set; } = string.Empty;

    /// <summary>What it is, plain text, 4,000 characters at most.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>The price in minor units of <see cref="Currency"/>, or null when it is not known.</summary>
    public long? PriceMinor { get; set; }

    /// <summary>The price before, in minor units, or null.</summary>
    public long? WasPriceMinor { get; set; }

    /// <summary>The currency of both prices.</summary>
    public Currency Currency { get; set; }

    /// <summary>Whether it can be bought.</summary>
    public StockState Stock { get; set; }

    /// <summary>Picture URLs, one a line, the main one first.</summary>
    public string ImageUrls { get; set; } = string.Empty;

    /// <summary>The page at the shop: https, or a <c>/sandbox/…</c> path.</summary>
    public required string ProductUrl { get; set; }

    /// <summary>Whether a person typed title and picture in because no connection could tell them.</summary>
    public bool IsEnteredByHand { get; set; }

    /// <summary>When the partner last told us about it, UTC; null when it never did.</summary>
    public DateTime? FetchedAt { get; set; }

    /// <summary>When <see cref="PriceMinor"/> was told, UTC: an answer without a price leaves the price and its age as they were.</summary>
    public DateTime? PriceAsOf { get; set; }

    /// <summary>When <see cref="ImageUrls"/> were told, UTC.</summary>
    public DateTime? PicturesAsOf { get; set; }

    /// <summary>When we first knew of it, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The stay that is offered, or null for goods and for travel without dates.</summary>
    public StayQuote? Stay => CheckIn is { } first && CheckOut is { } last ? new StayQuote(first, last, Guests, NightlyMinor is { } minor ? new Money(minor, Currency) : null) : null;

    /// <summary>The price, or null when it is not known.</summary>
    public Money? Price => PriceMinor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>The price before, or null.</summary>
    public Money? WasPrice => WasPriceMinor is { } minor ? new Money(minor, Currency) : null;
}
