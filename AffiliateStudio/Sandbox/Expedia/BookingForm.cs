using System.Globalization;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>The booking form as the browser posts it.</summary>
internal sealed class BookingForm
{
    public string Product { get; set; } = string.Empty;

    public string? From { get; set; }

    public string? To { get; set; }

    public int Guests { get; set; } = 2;

    /// <summary>The click that brought the buyer here.</summary>
    public string? ClickRef { get; set; }

    /// <summary>A day as forms write it, or null.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
