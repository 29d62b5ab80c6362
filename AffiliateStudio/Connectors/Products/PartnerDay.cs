using System.Globalization;

namespace AffiliateStudio.Connectors.Products;

/// <summary>Days and times as partners write them.</summary>
internal static class PartnerDay
{
    /// <summary>Noon of a day in a partner's zone, as UTC: the moment we note for what is only known by its day.</summary>
    public static DateTime Noon(DateOnly day, string timeZone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Unspecified), TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>A time with its offset, or null when it is empty or unreadable. One without an offset is taken as UTC.</summary>
    public static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
