namespace AffiliateStudio.Features.Clicks.Log;

/// <summary>Hours as both stores number them: whole hours since 1970 UTC.</summary>
internal static class ClickHours
{
    /// <summary>The number of the hour that a moment lies in.</summary>
    public static long NumberOf(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerHour;

    /// <summary>The number of the first hour that does not begin before a moment.</summary>
    public static long NumberAfter(DateTime moment) => ((moment - DateTime.UnixEpoch).Ticks + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour;

    /// <summary>When an hour began, UTC.</summary>
    public static DateTime StartOf(long number) => DateTime.UnixEpoch.AddHours(number);
}
