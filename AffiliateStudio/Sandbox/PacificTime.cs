namespace AffiliateStudio.Sandbox;

/// <summary>
/// The time zone of both partners' reports, by the rule in force since 2007 (second Sunday of March to first Sunday of November), so that no time zone files are needed.
/// </summary>
internal static class PacificTime
{
    private static readonly TimeZoneInfo Zone = Make();

    /// <summary>The partner's day of a time (UTC).</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>When a partner's day ends, UTC.</summary>
    public static DateTime EndOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>A time (UTC) as the clocks there show it, with their offset at that moment.</summary>
    public static DateTimeOffset At(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), Zone);

    private static TimeZoneInfo Make()
    {
        var two = new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Unspecified);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, 3, 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, 11, 1, DayOfWeek.Sunday));
        return TimeZoneInfo.CreateCustomTimeZone("Partner/Pacific", TimeSpan.FromHours(-8), "Pacific", "Pacific", "Pacific daylight", [rule]);
    }
}
