using System.Globalization;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Catalog;

/// <summary>What a person can do wrong here, in words that say what to do instead.</summary>
internal static class CatalogErrors
{
    public const string NotAUrlCode = "catalog.not-a-url";
    public const string ShortLinkCode = "catalog.short-link";
    public const string NotRecognizedCode = "catalog.url-not-recognized";

    public static Error SearchTooLong { get; } = new("catalog.search-too-long", "Shorten your search to 200 characters.", "q");

    public static Error Dates(string field, string message) => new("catalog.travel-dates", message, field);

    public static Error NotAUrl { get; } = new(NotAUrlCode, "Paste the address of a product page, such as https://www.walmart.com/ip/123456789.", "q");

    public static Error SeveralUrls { get; } = new("catalog.several-urls", "There are several addresses in this text. Paste one at a time.", "q");

    public static Error UrlTooLong { get; } = new("catalog.url-too-long", "This address is longer than 4,000 characters. Open the product in the shop and copy its address again.", "q");

    public static Error OfferNotFound { get; } = new("catalog.offer-not-found", "This offer is not in the catalog any more. Search for the product again.", Link: CatalogRoutes.Discover);

    public static Error TitleMissing { get; } = new("catalog.title-missing", "Give the product a title of 3 to 300 characters, as your viewers will see it.", "Title");

    public static Error PriceNotRead(Currency currency, CultureInfo culture) => new(
        "catalog.price-not-read",
        $"Write the price as an amount in {currency.Code} up to {1_000_000.ToString("N0", culture)}, such as {24.99m.ToString("N2", culture)}, or leave it empty.",
        "Price");

    public static Error CreatorsOnly { get; } = new("catalog.creators-only", "Only creators can add products. Sign in as a creator.");

    public static Error ShortLink(string host) => new(
        ShortLinkCode,
        $"{host} is a short link that hides the product. Open it in your browser, then copy the full address of the product page and paste that.",
        "q");

    public static Error NotRecognized(IReadOnlyList<string> shops) => new(
        NotRecognizedCode,
        $"This is not a product page of a shop that we can link to. Product addresses of {Listed(shops)} work; anything else can be searched by name.",
        "q");

    public static Error Picture(string message) => new("catalog.picture-refused", message, "ImageUrl");

    private static string Listed(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
