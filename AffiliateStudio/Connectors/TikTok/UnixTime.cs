namespace AffiliateStudio.Connectors.TikTok;

/// <summary>Times as TikTok writes them.</summary>
internal static class UnixTime
{
    private const long Latest = 253_402_300_799;

    /// <summary>UTC of Unix seconds; null when there are none or they make no sense.</summary>
    public static DateTime? Seconds(long? seconds) => seconds is > 0 and <= Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value).UtcDateTime : null;
}
