using System.Globalization;
using System.Text.Json;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>How far changes of conversions have been read.</summary>
internal static class PartnerizeWatermark
{
    private const string Member = "readUntil";

    /// <summary>Reads what the last run left; anything unreadable is a first run.</summary>
    public static DateTime? Parse(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Dictionary<string, DateTime>>(text)?.TryGetValue(Member, out var until) == true
                ? DateTime.SpecifyKind(until, DateTimeKind.Utc)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public static string Write(DateTime until) => string.Create(CultureInfo.InvariantCulture, $"{{\"{Member}\":\"{until:yyyy-MM-ddTHH:mm:ssZ}\"}}");
}
