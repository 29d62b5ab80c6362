using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Which dates a search for travel may have.</summary>
internal static class TravelDates
{
    /// <summary>How far ahead partners know prices, in days.</summary>
    public const int FarthestDays = 500;

    /// <summary>The longest stay, in nights.</summary>
    public const int LongestStay = 28;

    /// <summary>Null when a search's dates make sense, else what to do about them.</summary>
    public static Error? Check(SearchQuery query, DateOnly today)
    {
        if (query.Travel is not { } kind || (query.CheckIn is null && query.CheckOut is null))
        {
            return null;
        }

        var isStay = kind == TravelKind.Stays;
        return query.CheckIn is not { } from ? CatalogErrors.Dates("in", isStay ? "Choose the check-in day too, or leave both days empty." : "Choose the first day too, or leave both days empty.")
            : query.CheckOut is not { } to ? CatalogErrors.Dates("out", isStay ? "Choose the check-out day too, or leave both days empty." : "Choose the last day too, or leave both days empty.")
            : from < today ? CatalogErrors.Dates("in", "This day is over. Choose one from today on.")
            : isStay && to <= from ? CatalogErrors.Dates("out", "Check-out must be after check-in.")
            : to < from ? CatalogErrors.Dates("out", "The last day must not be before the first.")
            : to.DayNumber - from.DayNumber > LongestStay ? CatalogErrors.Dates("out", isStay ? $"A stay can have {LongestStay} nights at most." : $"Choose {LongestStay} days at most.")
            : to.DayNumber - today.DayNumber > FarthestDays ? CatalogErrors.Dates("out", $"Prices are known {FarthestDays} days ahead. Choose an earlier day.")
            : null;
    }
}
