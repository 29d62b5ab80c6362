using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>
/// Finds out whether the words of a search are about travel: a word such as "hotel" with a place behind "in", or with a well-known city; or a city and nothing else. Anything
/// that could be a thing ("hotel towels", "paris perfume", "flight bag") is not.
/// </summary>
internal static partial class TravelWords
{
    private const int LongestPlace = 80;

    private static readonly string[] StayWords = ["hotel", "hotels", "hostel", "hostels", "resort", "resorts", "apartment", "apartments", "stay", "stays", "lodging", "accommodation", "where to stay", "places to stay", "weekend"];

    private static readonly string[] ActivityWords = ["things to do", "what to do", "activities", "tours", "tour", "day trips", "day trip", "excursions", "sightseeing", "attractions"];

    private static readonly string[] Joining = ["in", "near", "at", "around", "to"];

    /// <summary>What the words look for, or null.</summary>
    public static TravelCriteria? Read(string words, DateOnly today)
    {
        var text = Plain(words);
        if (text.Length is 0 or > 200)
        {
            return null;
        }

        var (from, to) = Dates(ref text, today);
        var guests = Guests(ref text);
        text = string.Join(' ', text.Split([' ', ',', '.', '?', '!'], StringSplitOptions.RemoveEmptyEntries));
        return PlaceIn(text) is var (kind, place) && place.Length > 0 ? new TravelCriteria(kind, Title(place), null, from, to, guests) : null;
    }

    private static (TravelKind Kind, string Place)? PlaceIn(string text)
    {
        if (ExpediaCities.Contains(text))
        {
            return (TravelKind.Stays, text);
        }

        var (word, kind) = Longest(text);
        if (word is null)
        {
            return null;
        }

        var at = IndexOf(text, word);
        var (before, after) = (text[..at].Trim(), text[(at + word.Length)..].Trim());
        var first = after.Split(' ')[0];

        // "hotel in …": a place of any name. Without the little word only one that is known, so that "hotel towels" stays a thing.
        if (before.Length == 0 && Joining.Contains(first) && after.Length > first.Length)
        {
            var place = after[first.Length..].Trim();
            return place.Length <= LongestPlace && place.Any(char.IsLetter) ? (kind, place) : null;
        }

        var known = before.Length == 0 ? after : after.Length == 0 ? before : string.Empty;
        return ExpediaCities.Contains(known) ? (kind, known) : null;
    }

    private static (string? Word, TravelKind Kind) Longest(string text) => ActivityWords.Select(word => (Word: (string?)word, Kind: TravelKind.Activities))
        .Concat(StayWords.Select(word => (Word: (string?)word, Kind: TravelKind.Stays)))
        .Where(candidate => IndexOf(text, candidate.Word!) >= 0)
        .OrderByDescending(candidate => candidate.Word!.Length)
        .FirstOrDefault();

    private static int IndexOf(string text, string word) => $" {text} ".IndexOf($" {word} ", StringComparison.Ordinal);

    // "2027-02-10 to 2027-02-12"; one day alone, or days that are over, are not dates of a stay.
    private static (DateOnly? From, DateOnly? To) Dates(ref string text, DateOnly today)
    {
        if (DatesPattern().Match(text) is not { Success: true } match)
        {
            return (null, null);
        }

        text = text.Remove(match.Index, match.Length);
        return StayId.ParseDay(match.Groups["from"].Value) is { } from && StayId.ParseDay(match.Groups["to"].Value) is { } to && from >= today && to > from ? (from, to) : (null, null);
    }

    private static int Guests(ref string text)
    {
        if (GuestsPattern().Match(text) is not { Success: true } match)
        {
            return StayId.UsualGuests;
        }

        text = text.Remove(match.Index, match.Length);
        return Math.Clamp(int.Parse(match.Groups["guests"].Value, CultureInfo.InvariantCulture), 1, StayId.MostGuests);
    }

    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var rune in words.Trim().Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return plain.ToString();
    }

    private static string Title(string place) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place);

    [GeneratedRegex("(?:\\bfrom )?\\b(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2}) ?(?:to|until|-|–|/)? ?(?<to>[0-9]{4}-[0-9]{2}-[0-9]{2})\\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex DatesPattern();

    [GeneratedRegex("\\b(?:for )?(?<guests>[0-9]{1,2}) (?:guests?|people|persons?|adults?)\\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex GuestsPattern();
}
