namespace AffiliateStudio.Platform.Time;

/// <summary>Time as the database keeps it.</summary>
public static class TimeProviderExtensions
{
    /// <summary>Now as UTC with kind <see cref="DateTimeKind.Utc"/>, which is what every stored time is.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>Today's date in UTC.</summary>
    public static DateOnly UtcToday(this TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow());
}
