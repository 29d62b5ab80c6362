using AffiliateStudio.Connectors.Amazon.Wire;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>Turns the API's items into offers.</summary>
internal static class AmazonOffers
{
    /// <summary>What the API has to be asked for so that an offer is complete.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "itemInfo.title", "itemInfo.byLineInfo", "itemInfo.classifications", "itemInfo.externalIds", "itemInfo.features",
        "images.primary.large", "images.variants.large", "browseNodeInfo.browseNodes", "browseNodeInfo.browseNodes.ancestor",
        "offersV2.listings.price", "offersV2.listings.availability", "offersV2.listings.isBuyBoxWinner", "offersV2.listings.merchantInfo",
    ];

    /// <summary>The offer of an item, or null when it has no ASIN or no title: nobody could recognise it.</summary>
    public static PartnerOffer? From(Item item, ConnectionContext connection)
    {
        var title = PlainText.FromHtml(item.ItemInfo?.Title?.DisplayValue, 300);
        if (AmazonLinks.AsinOf(item.Asin) is not { } asin || title is null)
        {
            return null;
        }

        var listing = item.OffersV2?.Listings?.FirstOrDefault(candidate => candidate.IsBuyBoxWinner == true) ?? (item.OffersV2?.Listings is [var first, ..] ? first : null);

        // The maker allows no advertising below a minimum price, and this one is below it.
        var mayShow = listing?.ViolatesMap != true;
        var price = !mayShow ? null : MajorAmount.ToPrice(listing?.Price?.Money?.Amount, listing?.Price?.Money?.Currency);
        var was = MajorAmount.ToPrice(listing?.Price?.SavingBasis?.Money?.Amount, listing?.Price?.SavingBasis?.Money?.Currency);
        return new PartnerOffer
        {
            Partner = PartnerKey.Amazon,
            ExternalId = AmazonProductId.Of(asin, AmazonMarketplace.Of(connection)),
            Title = title,
            Merchant = PlainText.FromHtml(listing?.MerchantInfo?.Name, 80),
            Brand = PlainText.FromHtml(item.ItemInfo?.ByLineInfo?.Brand?.DisplayValue ?? item.ItemInfo?.ByLineInfo?.Manufacturer?.DisplayValue, 80),
            Gtin = GtinOf(item.ItemInfo?.ExternalIds),
            CategoryPath = CategoryOf(item),
            Price = price,
            WasPrice = price is { } now && was is { } before && before.Currency == now.Currency && before > now ? before : null,
            Stock = StockOf(listing?.Availability),
            ImageUrls = ImagesOf(item.Images, connection),
            Description = PlainText.LinesFromHtml(string.Concat(item.ItemInfo?.Features?.DisplayValues?.OfType<string>().Select(feature => $"<li>{feature}") ?? []), 4000),
            ProductUrl = AmazonLinks.PageOf(asin, item.DetailPageUrl is { } page ? connection.Stored(page) : null, connection),
        };
    }

    private static string? GtinOf(ExternalIds? ids) =>
        new[] { ids?.Eans, ids?.Upcs, ids?.Isbns }.SelectMany(values => values?.DisplayValues ?? []).Select(Gtin14.Parse).FirstOrDefault(gtin => gtin is not null);

    // The words for an unknown availability are not ours to guess: it stays unknown.
    private static StockState StockOf(Availability? availability) => availability?.Type?.ToUpperInvariant() switch
    {
        "IN_STOCK" or "NOW" => StockState.InStock,
        "IN_STOCK_SCARCE" or "LIMITED" => StockState.Limited,
        "OUT_OF_STOCK" or "UNAVAILABLE" => StockState.OutOfStock,
        _ => StockState.Unknown,
    };

    private static List<string> ImagesOf(Images? images, ConnectionContext connection) =>
    [
        .. new[] { images?.Primary }.Concat(images?.Variants ?? [])
            .Select(sizes => (sizes?.HiRes ?? sizes?.Large ?? sizes?.Medium ?? sizes?.Small)?.Url)
            .OfType<string>()
            .Select(connection.Stored)
            .Where(url => url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("/sandbox/", StringComparison.Ordinal))
            .Distinct()
            .Take(8),
    ];

    // Root first. The chain comes from outside, so it is not followed for ever.
    private static string? CategoryOf(Item item)
    {
        var levels = new List<string>();
        var node = item.BrowseNodeInfo?.BrowseNodes is [var leaf, ..] ? leaf : null;
        for (; node is not null && levels.Count < 10; node = node.Ancestor)
        {
            if (node.IsRoot != true && (node.ContextFreeName ?? node.DisplayName) is { Length: > 0 } name)
            {
                levels.Insert(0, name.Replace('/', ' '));
            }
        }

        if (levels.Count > 0)
        {
            return string.Join('/', levels);
        }

        return item.ItemInfo?.Classifications?.ProductGroup?.DisplayValue ?? item.ItemInfo?.Classifications?.Binding?.DisplayValue;
    }
}
