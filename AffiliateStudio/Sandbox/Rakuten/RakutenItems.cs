using System.Globalization;
using System.Xml.Linq;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Writes products as product search does, with its quirks: blanks around some names, sale prices that are none, codes that are missing.</summary>
internal sealed class RakutenItems(HttpContext context, SandboxCredentials credentials)
{
    private readonly string _origin = $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>An item.</summary>
    public XElement Write(SandboxListing listing)
    {
        var product = listing.Product;
        var kind = product.Kind;
        var merchant = RakutenMerchants.SellerOf(product)!;
        var linkId = 7_700_000_000L + product.Index;
        var (price, sale) = Prices(listing);
        var page = $"{_origin}/sandbox/rakuten/m/{merchant.Mid}/p/{listing.Id}";
        return new XElement(
            "item",
            new XElement("mid", merchant.Mid),
            new XElement("merchantname", merchant.Name),
            new XElement("linkid", linkId),
            new XElement("createdon", new DateTime(2026, 10, 1 + (product.Index % 28), 4, 12, 55, DateTimeKind.Utc).ToString("yyyy-MM-dd/HH:mm:ss", CultureInfo.InvariantCulture)),
            new XElement("sku", listing.Id),
            new XElement("productname", product.Index % 3 == 0 ? listing.Title + "    " : listing.Title),
            new XElement("category", new XElement("primary", $"{kind.Department.Name}~~{kind.Group}"), new XElement("secondary", product.Index % 5 == 0 ? $" {kind.Leaf} " : kind.Leaf)),
            price,
            sale,
            new XElement("upccode", product.Index % 2 == 0 ? product.Gtin : string.Empty),
            new XElement("description", new XElement("short", $"{kind.Noun}, {product.Features[0]}"), new XElement("long", product.Description)),
            new XElement("keywords", $"{kind.Noun}~~{kind.Leaf}~~{product.Brand}"),
            new XElement("linkurl", $"{_origin}/sandbox/rakuten/link?id={credentials.RakutenPublisherId}&offerid={merchant.OfferId}.{linkId}&type=15&murl={Uri.EscapeDataString(page)}"),
            new XElement("imageurl", _origin + listing.PicturePath(1)));
    }

    private static (XElement Price, XElement Sale) Prices(SandboxListing listing)
    {
        var full = listing.ListPrice is { } list && list > listing.Price ? list : listing.Price;
        var sale = Amount("saleprice", listing.Price);
        if (full == listing.Price)
        {
            sale.Value = (listing.Product.Index % 3) switch { 0 => string.Empty, 1 => "0.00", _ => sale.Value };
        }

        return (Amount("price", full), sale);
    }

    private static XElement Amount(string name, Money money) =>
        new(name, new XAttribute("currency", money.Currency.Code), money.Major.ToString("0.00", CultureInfo.InvariantCulture));
}
