using System.Globalization;
using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>Addresses of the shop's pages.</summary>
internal static class BookingPaths
{
    /// <summary>Where the shop begins.</summary>
    public const string Shop = "/sandbox/expedia";

    /// <summary>A hotel's page.</summary>
    public static string Of(TravelHotel hotel) => string.Create(CultureInfo.InvariantCulture, $"{Shop}/Hotel.h{hotel.Id}.Hotel-Information");

    /// <summary>An activity's page.</summary>
    public static string Of(TravelActivity activity) => string.Create(CultureInfo.InvariantCulture, $"{Shop}/things-to-do/{Uri.EscapeDataString(activity.Slug)}.a{activity.Id}.activity-details");

    /// <summary>A picture.</summary>
    public static string Picture(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"/sandbox/pictures/expedia/{id}/{number}.svg");

    /// <summary>A day as addresses hold it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
