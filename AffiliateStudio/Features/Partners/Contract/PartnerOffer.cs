using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>An offer as a partner describes it, in our words. Everything but id, title and product URL may be missing.</summary>
public sealed record PartnerOffer
{
    /// <summary>The partner.</summary>
    public required PartnerKey Partner { get; init; }

    /// <summary>The partner's own id of the product: ASIN, item id.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Who sells, when the partner says so.</summary>
    public string? Merchant { get; init; }

    /// <summary>The merchant by the partner's id of it (<see cref="Model.Merchant.Id"/>), when the partner is a network of several.</summary>
    public string? MerchantId { get; init; }

    /// <summary>Whether the partner says that a sale of it pays nothing.</summary>
    public bool PaysNothing { get; init; }

    /// <summary>The stay that is offered, for travel; <see cref="Price"/> is then its total.</summary>
    public StayQuote? Stay { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The GTIN as 14 digits with leading zeros, when the partner gives one with a right check digit.</summary>
    public string? Gtin { get; init; }

    /// <summary>The partner's category path, levels joined by "/".</summary>
    public string? CategoryPath { get; init; }

    /// <summary>The price now.</summary>
    public Money? Price { get; init; }

    /// <summary>The price it is compared with (list price).</summary>
    public Money? WasPrice { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public StockState Stock { get; init; }

    /// <summary>Pictures, the main one first: absolute https URLs, or <c>/sandbox/…</c> paths. The picture itself is never stored.</summary>
    public IReadOnlyList<string> ImageUrls { get; init; } = [];

    /// <summary>What it is, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The page at the shop, as <see cref="ConnectionContext.Stored"/> keeps it. It may carry our tag already.</summary>
    public required string ProductUrl { get; init; }
}
