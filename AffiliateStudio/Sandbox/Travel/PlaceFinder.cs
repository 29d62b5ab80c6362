using System.Globalization;
using System.Text;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>Finds what a place's words mean: one place, several, or none.</summary>
internal static class PlaceFinder
{
    /// <summary>The places that a keyword may mean: all its words must be in the place's name, region or country, and the name must be among them.</summary>
    public static IReadOnlyList<TravelPlace> Find(string keyword)
    {
        var words = Words(keyword);
        if (words.Count == 0)
        {
            return [];
        }

        if (TravelWorld.Instance.Places.FirstOrDefault(place => place.Airport.Length > 0 && string.Equals(place.Airport, keyword.Trim(), StringComparison.OrdinalIgnoreCase)) is { } airport)
        {
            return [airport];
        }

        return
        [
            .. TravelWorld.Instance.Places.Where(place =>
            {
                var name = Words(place.Name);
                var all = Words($"{place.Name} {place.Region} {place.Country} {place.Iso2} {place.Iso3} {(place.Iso2 == "GB" ? "UK" : string.Empty)}");
                return name.All(words.Contains) && words.All(all.Contains);
            }),
        ];
    }

    /// <summary>The place with this number.</summary>
    public static TravelPlace? FindRegion(string regionId) =>
        long.TryParse(regionId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TravelWorld.Instance.Places.FirstOrDefault(place => place.RegionId == number) : null;

    private static HashSet<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " ");
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
