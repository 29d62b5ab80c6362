using System.Globalization;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Stays in words: when, for how many, what a night costs.</summary>
public static class OfferStay
{
    /// <summary>Whether the first day is past. It is in some time zone of the world until a day after it began in UTC.</summary>
    public static bool IsOver(StayQuote? stay, DateTime now) => stay is not null && stay.CheckIn < DateOnly.FromDateTime(now);

    /// <summary>The dates, such as "10 Feb – 12 Feb 2027, 2 nights, 2 guests".</summary>
    public static string When(StayQuote stay, CultureInfo culture)
    {
        var first = stay.CheckIn.ToString(stay.Nights > 0 && stay.CheckIn.Year == stay.CheckOut.Year ? "d MMM" : "d MMM yyyy", culture);
        return stay.Nights == 0
            ? $"on {first}, per person"
            : $"{first} – {stay.CheckOut.ToString("d MMM yyyy", culture)}, {Count(stay.Nights, "night")}, {Count(stay.Guests, "guest")}";
    }

    /// <summary>The prices, such as "$90.00 a night, $202.00 in total"; empty when none is known.</summary>
    public static string Prices(StayQuote stay, Money? total, CultureInfo culture) => (stay, total) switch
    {
        ({ Nights: 0 }, _) or (_, null) => string.Empty,
        ({ PerNight: { } night }, { } all) => $"{night.Format(culture)} a night, {all.Format(culture)} in total with taxes",
        (_, { } all) => $"{all.Format(culture)} in total",
    };

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? string.Empty : "s")}");
}
