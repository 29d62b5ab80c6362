using System.Globalization;
using AffiliateStudio.Connectors.Products;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Times as the events API writes them: <c>Wed Apr 15 2020 21:20:27 GMT+0000 (UTC)</c>.</summary>
internal static class RakutenTime
{
    /// <summary>The time, or null when it is empty or unreadable. ISO times are read too.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var zone = text?.IndexOf(" GMT", StringComparison.Ordinal) ?? -1;
        if (zone < 0)
        {
            return PartnerDay.ParseTime(text);
        }

        // The name of the day says nothing new; one that does not fit must not make the row unreadable.
        var day = text![..zone].Trim();
        var start = day.IndexOf(' ', StringComparison.Ordinal) + 1;
        var offset = text[(zone + 4)..].Split(' ', 2)[0];
        return DateTime.TryParseExact(day[start..], "MMM d yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && OffsetOf(offset) is { } shift
                ? new DateTimeOffset(local, shift)
                : null;
    }

    private static TimeSpan? OffsetOf(string text) =>
        text.Length == 0 ? TimeSpan.Zero
        : text.Length == 5 && text[0] is '+' or '-' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits / 100 <= 13 && digits % 100 < 60
            ? (text[0] == '-' ? -1 : 1) * new TimeSpan(digits / 100, digits % 100, 0)
            : null;
}
