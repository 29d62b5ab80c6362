using System.Xml.Linq;
using AffiliateStudio.Connectors.Products;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Turns items of product search into offers.</summary>
internal static class RakutenOffers
{
    private const int LongestUrl = 2_000;

    /// <summary>The offer of an item, or null when it lacks what makes one: merchant, SKU or link id, name, page.</summary>
    public static PartnerOffer? From(XElement item, ConnectionContext connection)
    {
        var mid = RakutenSearchXml.Text(item, "mid");
        var id = RakutenProductId.Of(mid, RakutenSearchXml.Text(item, "sku") ?? RakutenSearchXml.Text(item, "linkid"));
        var title = PlainText.FromHtml(RakutenSearchXml.Text(item, "productname"), 300);
        if (id is null || title is null || RakutenLinks.PageIn(RakutenSearchXml.Text(item, "linkurl"), connection) is not { Length: <= LongestUrl } page)
        {
            return null;
        }

        var (now, before) = Prices(item);
        return new PartnerOffer
        {
            Partner = PartnerKey.Rakuten,
            ExternalId = id,
            MerchantId = mid,
            Merchant = PlainText.FromHtml(RakutenSearchXml.Text(item, "merchantname"), 80),
            Title = title,
            Gtin = Gtin14.Parse(RakutenSearchXml.Text(item, "upccode")),
            CategoryPath = CategoryOf(item),
            Price = now,
            WasPrice = before,
            ImageUrls = PictureOf(item, connection),
            Description = PlainText.LinesFromHtml(RakutenSearchXml.Text(item, "description", "long") ?? RakutenSearchXml.Text(item, "description", "short"), 4000),
            ProductUrl = page,
        };
    }

    // A sale price may be empty, nothing, or the price itself: then there is no sale.
    private static (Money? Now, Money? Before) Prices(XElement item)
    {
        var price = Amount(RakutenSearchXml.Child(item, "price"));
        var sale = Amount(RakutenSearchXml.Child(item, "saleprice"));
        return sale is { } reduced && (price is not { } full || (full.Currency == reduced.Currency && reduced < full)) ? (reduced, price) : (price, null);
    }

    private static Money? Amount(XElement? element) =>
        element is null ? null : MajorAmount.ToPrice(PlainNumber.Parse(element.Value), element.Attribute("currency")?.Value.Trim());

    // Levels are joined by "~~", in the first category and in the second, which goes on where the first ends.
    private static string? CategoryOf(XElement item)
    {
        var category = RakutenSearchXml.Child(item, "category");
        if (category is null)
        {
            return null;
        }

        var levels = $"{RakutenSearchXml.Text(category, "primary")}~~{RakutenSearchXml.Text(category, "secondary")}"
            .Split("~~", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return levels.Length == 0 ? null : string.Join('/', levels);
    }

    private static IReadOnlyList<string> PictureOf(XElement item, ConnectionContext connection)
    {
        var url = connection.Stored(RakutenSearchXml.Text(item, "imageurl") ?? string.Empty);
        return url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("/sandbox/", StringComparison.Ordinal) ? [url] : [];
    }
}
