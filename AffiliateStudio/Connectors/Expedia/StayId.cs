using System.Globalization;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// The id of a travel offer: what it is and for when. <c>h9900123@2027-02-10/2027-02-12/2</c> is a hotel for two nights and two people, <c>h9900123</c> the hotel whenever;
/// <c>c…</c> the same by Hotels.com's own number; <c>a70001@2027-02-10</c> an activity.
/// </summary>
/// <param name="Kind">h, c or a.</param>
/// <param name="Number">The partner's id.</param>
/// <param name="From">The first night or the day; null for whenever.</param>
/// <param name="To">The day of leaving; null for whenever and for activities.</param>
/// <param name="Guests">How many people; 2 where nothing was said.</param>
internal sealed partial record StayId(char Kind, string Number, DateOnly? From, DateOnly? To, int Guests)
{
    /// <summary>How many people are meant where nothing is said.</summary>
    public const int UsualGuests = 2;

    /// <summary>The most people that a search takes into one room.</summary>
    public const int MostGuests = 14;

    private const string Day = "yyyy-MM-dd";

    /// <summary>A hotel with dates that make sense together, or without.</summary>
    public static StayId Hotel(string number, DateOnly? from, DateOnly? to, int guests, char kind = 'h') =>
        from is { } first && to is { } last && last > first ? new StayId(kind, number, first, last, guests) : new StayId(kind, number, null, null, UsualGuests);

    /// <summary>An activity on a day, or whenever.</summary>
    public static StayId Activity(string number, DateOnly? on) => new('a', number, on, null, UsualGuests);

    /// <summary>Reads an id; null when it is none.</summary>
    public static StayId? Parse(string id)
    {
        if (Pattern().Match(id) is not { Success: true } match)
        {
            return null;
        }

        var (kind, number) = (id[0], match.Groups["number"].Value);
        if (!match.Groups["from"].Success)
        {
            return new StayId(kind, number, null, null, UsualGuests);
        }

        if (ParseDay(match.Groups["from"].Value) is not { } from)
        {
            return null;
        }

        if (kind == 'a')
        {
            return match.Groups["to"].Success ? null : new StayId(kind, number, from, null, UsualGuests);
        }

        return ParseDay(match.Groups["to"].Value) is { } to && to > from
            && int.TryParse(match.Groups["guests"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var guests) && guests is >= 1 and <= MostGuests
                ? new StayId(kind, number, from, to, guests)
                : null;
    }

    /// <summary>A day as the partner writes it, or null.</summary>
    public static DateOnly? ParseDay(string? text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as the partner writes it.</summary>
    public static string Write(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string ToString() => (From, To) switch
    {
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{Kind}{Number}@{Write(from)}/{Write(to)}/{Guests}"),
        ({ } on, null) => $"{Kind}{Number}@{Write(on)}",
        _ => $"{Kind}{Number}",
    };

    [GeneratedRegex("^[hca](?<number>[0-9]{1,12})(?:@(?<from>[0-9-]{10})(?:/(?<to>[0-9-]{10})/(?<guests>[0-9]{1,2}))?)?\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Pattern();
}
