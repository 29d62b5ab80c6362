using System.Globalization;
using System.Text;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Features.Catalog;

/// <summary>The search page's address: reads it (whatever somebody typed there, never failing) and writes it (leaving out what is as usual).</summary>
public static class SearchAddress
{
    private static readonly (OfferSort Sort, string Name)[] Sorts =
    [
        (OfferSort.PriceAscending, "price"), (OfferSort.PriceDescending, "price-desc"), (OfferSort.CommissionRate, "commission"), (OfferSort.MoneyPerSale, "earn"),
    ];

    private static readonly (TravelKind Kind, string Name)[] Kinds = [(TravelKind.Stays, "stays"), (TravelKind.Activities, "activities")];

    /// <summary>The search that an address stands for.</summary>
    public static SearchQuery Read(string uri)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        var end = uri.IndexOf('#', StringComparison.Ordinal);
        var values = QueryHelpers.ParseQuery(start < 0 ? string.Empty : end > start ? uri[start..end] : uri[start..]);
        string Value(string name) => values.TryGetValue(name, out var found) ? found.LastOrDefault() ?? string.Empty : string.Empty;

        var partner = Value("partner");
        var merchant = Value("merchant");
        return new SearchQuery
        {
            Words = Value("q").Trim(),
            Travel = Array.Find(Kinds, kind => kind.Name == Value("travel")) is { Name: not null } travel ? travel.Kind : null,
            Place = Value("place").Trim() is { Length: <= SearchQuery.LongestText } place ? place : string.Empty,
            PlaceId = Value("placeId").Trim() is { Length: <= 120 } placeId ? placeId : string.Empty,
            CheckIn = Day(Value("in")),
            CheckOut = Day(Value("out")),
            Guests = int.TryParse(Value("guests"), NumberStyles.None, CultureInfo.InvariantCulture, out var guests) ? Math.Clamp(guests, 1, SearchQuery.MostGuests) : SearchQuery.UsualGuests,
            Partner = partner.Length is > 0 and <= 64 && partner.All(char.IsAsciiLetterLower) ? new PartnerKey(partner) : null,
            Merchant = partner.Length > 0 && merchant.Length is > 0 and <= 40 && merchant.All(char.IsAsciiLetterOrDigit) ? merchant : string.Empty,
            Category = Value("category") is { Length: <= 120 } category ? category : string.Empty,
            MinPriceMinor = Cents(Value("min")),
            MaxPriceMinor = Cents(Value("max")),
            MinRateBasisPoints = decimal.TryParse(Value("commission"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
                ? (int)(percent * 100)
                : 0,
            InStockOnly = Value("stock") == "1",
            Sort = Array.Find(Sorts, sort => sort.Name == Value("sort")).Sort,
            Page = int.TryParse(Value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, SearchQuery.LastPage) : 1,
        }.WithPricesInOrder();
    }

    /// <summary>The address of a search.</summary>
    public static string Write(SearchQuery query)
    {
        var address = new StringBuilder(CatalogRoutes.Discover);
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address.Append(address.Length == CatalogRoutes.Discover.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        Add("q", query.Words);
        if (query.Travel is { } travel)
        {
            Add("travel", Array.Find(Kinds, kind => kind.Kind == travel).Name);
            Add("place", query.Place);
            Add("placeId", query.PlaceId);
            Add("in", Day(query.CheckIn));
            Add("out", Day(query.CheckOut));
            Add("guests", query.Guests != SearchQuery.UsualGuests ? query.Guests.ToString(CultureInfo.InvariantCulture) : null);
        }

        Add("partner", query.Partner?.Value);
        Add("merchant", query.Partner is null ? null : query.Merchant);
        Add("category", query.Category);
        Add("min", Dollars(query.MinPriceMinor));
        Add("max", Dollars(query.MaxPriceMinor));
        Add("commission", query.MinRateBasisPoints > 0 ? (query.MinRateBasisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null);
        Add("stock", query.InStockOnly ? "1" : null);
        Add("sort", Array.Find(Sorts, sort => sort.Sort == query.Sort).Name);
        Add("page", query.Page > 1 ? query.Page.ToString(CultureInfo.InvariantCulture) : null);
        return address.ToString();
    }

    /// <summary>A day as addresses and date fields write it; null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day that was written so; null for none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An amount in dollars as filters write it, such as <c>24.99</c>; null for none.</summary>
    public static string? Dollars(long? cents) => cents is { } amount ? (amount / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null;

    /// <summary>Cents of an amount in dollars that was typed; null for nothing or for what is no amount.</summary>
    public static long? Cents(string? dollars) =>
        decimal.TryParse(dollars?.Trim().TrimStart('$'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= 1_000_000
            ? (long)(amount * 100)
            : null;
}
