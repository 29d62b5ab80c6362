using System.Globalization;

namespace AffiliateStudio.Features.Earnings;

/// <summary>A span of UTC days, both ends included, 366 days at most.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct EarningsPeriod(DateOnly From, DateOnly To)
{
    private const int Longest = 366;

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The equally long span right before.</summary>
    public EarningsPeriod Before => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>The days in order.</summary>
    public IEnumerable<DateOnly> Each()
    {
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>Both ends. (The record's own text would print the period before, and the one before that.)</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}");

    /// <summary>The last so many days, today included.</summary>
    public static EarningsPeriod Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>
    /// The period that an address names: <c>range</c> of 7, 30 or 90 days, or <c>from</c> and <c>to</c>. Anything else is the last 30 days; ends in the wrong order are
    /// swapped and too long a span is cut at its beginning.
    /// </summary>
    public static EarningsPeriod Parse(string? range, string? from, string? to, DateOnly today)
    {
        if (Day(from) is { } first && Day(to) is { } last)
        {
            (first, last) = first <= last ? (first, last) : (last, first);
            return new EarningsPeriod(last.DayNumber - first.DayNumber >= Longest ? last.AddDays(1 - Longest) : first, last);
        }

        return Last(range switch { "7" => 7, "90" => 90, _ => 30 }, today);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}
