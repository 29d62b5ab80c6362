using System.Buffers;
using System.Globalization;
using System.Xml.Linq;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>Product search: XML, and its errors too, under status 200.</summary>
internal static class RakutenSearchEndpoint
{
    private const int Ceiling = 1_000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("&=?{}\\()[]-;~|$!><*%");

    private static readonly string[] Words = ["keyword", "exact", "one", "cat"];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/productsearch/1.0", Search);

    private static IResult Search(HttpContext context, SandboxCatalog catalog, SandboxCredentials credentials)
    {
        var query = context.Request.Query;
        var mid = query["mid"].ToString();
        if (mid.Length == 0 && Words.All(name => string.IsNullOrWhiteSpace(query[name])))
        {
            return RakutenErrors.Search("718615", "No keyword specified.");
        }

        var size = Number(query["max"], 20);
        var page = Number(query["pagenumber"], 1);
        var sorting = (query["sort"].ToString(), query["sorttype"].ToString());
        if (Refusal(query, size, page, sorting) is { } refusal)
        {
            return refusal;
        }

        var found = Sort(Find(catalog, string.Join(' ', Words.Select(name => query[name].ToString())).Trim(), mid), sorting);
        var reach = Math.Min(found.Count, Ceiling);
        var pages = (reach + size - 1) / size;
        if (page > Math.Max(1, pages))
        {
            return RakutenErrors.Search("718616", $"Page number {page} is beyond the last page {pages}.");
        }

        var writer = new RakutenItems(context, credentials);
        return RakutenErrors.Xml(new XElement(
            "result",
            new XElement("TotalMatches", found.Count),
            new XElement("TotalPages", pages),
            new XElement("PageNumber", page),
            found.Take(reach).Skip((page - 1) * size).Take(size).Select(writer.Write)));
    }

    private static IResult? Refusal(IQueryCollection query, int size, int page, (string By, string Type) sorting)
    {
        if (size is < 1 or > 100)
        {
            return RakutenErrors.Search("718617", "max must be between 1 and 100.");
        }

        if (page < 1)
        {
            return RakutenErrors.Search("718618", "pagenumber must be 1 or more.");
        }

        if (sorting.By is not ("" or "retailprice" or "productname" or "categoryname" or "mid") || sorting.Type is not ("" or "asc" or "dsc"))
        {
            return RakutenErrors.Search("718619", "sort or sorttype is not valid.");
        }

        return Words.Any(name => query[name].ToString().AsSpan().ContainsAny(Forbidden)) ? RakutenErrors.Search("718620", "The search contains invalid characters.") : null;
    }

    // Only the products of shops that approved the publisher are told. A SKU's parts are words like others.
    private static List<SandboxListing> Find(SandboxCatalog catalog, string words, string mid)
    {
        bool Fits(SandboxProduct product) => RakutenMerchants.SellerOf(product) is { IsActive: true } merchant && (mid.Length == 0 || merchant.Mid == mid);
        var products = words.Length == 0 ? [.. catalog.Products.Where(Fits)] : catalog.Search(SandboxPartner.Rakuten, words, Fits);
        if (words.Length > 0 && catalog.Find(SandboxPartner.Rakuten, words.Replace(' ', '-')) is { } known && Fits(known))
        {
            products.Remove(known);
            products.Insert(0, known);
        }

        return products.ConvertAll(product => catalog.Listing(product, SandboxPartner.Rakuten));
    }

    private static List<SandboxListing> Sort(List<SandboxListing> found, (string By, string Type) sorting)
    {
        IEnumerable<SandboxListing>? sorted = sorting.By switch
        {
            "retailprice" => found.OrderBy(listing => listing.Price.MinorUnits),
            "productname" => found.OrderBy(listing => listing.Title, StringComparer.Ordinal),
            "categoryname" => found.OrderBy(listing => listing.Product.Kind.Leaf, StringComparer.Ordinal),
            "mid" => found.OrderBy(listing => RakutenMerchants.SellerOf(listing.Product)!.Mid, StringComparer.Ordinal),
            _ => null,
        };
        return sorted is null ? found : sorting.Type == "dsc" ? [.. sorted.Reverse()] : [.. sorted];
    }

    private static int Number(string? text, int usual) =>
        string.IsNullOrEmpty(text) ? usual : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
