using System.Globalization;
using AffiliateStudio.Platform.Time;

namespace AffiliateStudio.Ui;

/// <summary>
/// The time zone of the person who looks, learned from a cookie that the shell's script sets. Until it is known (the very first page of a
/// new browser) times are written in UTC and say so. Scoped to the circuit or request.
/// </summary>
public sealed class ViewerTime(TimeProvider clock)
{
    /// <summary>The cookie with the zone's IANA name.</summary>
    public const string CookieName = "studio-zone";

    /// <summary>The person's zone, or UTC while it is not known.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Whether the person's zone is known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Today in the person's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(ToLocal(clock.UtcNow()));

    /// <summary>Takes the zone's IANA name from the cookie; a name that means nothing here changes nothing.</summary>
    public void Use(string? zone)
    {
        if (zone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            Zone = found;
            IsKnown = true;
        }
    }

    /// <summary>A stored UTC time on the person's clock.</summary>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>A stored UTC time in words.</summary>
    public string Format(DateTime utc, TimeStyle style)
    {
        var local = ToLocal(utc);
        var culture = CultureInfo.CurrentCulture;
        return style switch
        {
            TimeStyle.Day => local.ToString("d MMM yyyy", culture),
            TimeStyle.Time => local.ToString("HH:mm", culture) + Suffix,
            TimeStyle.Distance => Distance(utc, local, culture),
            _ => local.ToString("d MMM yyyy, HH:mm", culture) + Suffix,
        };
    }

    private string Suffix => IsKnown ? string.Empty : " UTC";

    private string Distance(DateTime utc, DateTime local, CultureInfo culture)
    {
        var distance = clock.UtcNow() - utc;
        var size = distance.Duration();
        if (size < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        if (size >= TimeSpan.FromDays(7))
        {
            return local.ToString("d MMM yyyy", culture);
        }

        var words = size.TotalHours < 1 ? Count((int)size.TotalMinutes, "min", "min")
            : size.TotalDays < 1 ? Count((int)size.TotalHours, "hour", "hours")
            : Count((int)size.TotalDays, "day", "days");
        return distance > TimeSpan.Zero ? words + " ago" : "in " + words;

        string Count(int number, string one, string many) => string.Create(culture, $"{number} {(number == 1 ? one : many)}");
    }
}
