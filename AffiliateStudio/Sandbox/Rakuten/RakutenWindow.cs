using System.Globalization;

namespace AffiliateStudio.Sandbox.Rakuten;

/// <summary>A window of time that a request names by its start and its end; both or neither.</summary>
/// <param name="IsGiven">Whether the request names it.</param>
/// <param name="From">Its start, UTC.</param>
/// <param name="To">Its end, UTC.</param>
internal sealed record RakutenWindow(bool IsGiven, DateTime From, DateTime To)
{
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>Whether a time is in it.</summary>
    public bool Holds(DateTime time) => !IsGiven || (time >= From && time <= To);

    /// <summary>Reads a window, or says what is wrong with it.</summary>
    public static RakutenWindow? Read(IQueryCollection query, string name, DateTime now, out string? problem)
    {
        var (start, end) = (query[name + "_start"].ToString(), query[name + "_end"].ToString());
        problem = null;
        if (start.Length == 0 && end.Length == 0)
        {
            return new RakutenWindow(false, default, default);
        }

        if (Time(start) is not { } from || Time(end) is not { } to)
        {
            problem = $"{name}_start and {name}_end must be times such as 2026-01-31 23:59:59";
            return null;
        }

        if (to < from || from < now - Reach)
        {
            problem = "date range is not valid: only the last 30 days can be requested";
            return null;
        }

        return new RakutenWindow(true, from, to);
    }

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
