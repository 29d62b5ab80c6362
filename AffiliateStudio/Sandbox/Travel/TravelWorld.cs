using System.Collections.Frozen;
using System.Globalization;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>Real cities with invented hotels and things to do: a pure function of the list of places, the same everywhere.</summary>
internal sealed class TravelWorld
{
    private const int HotelsPerPlace = 24;
    private const int ActivitiesPerPlace = 12;

    private TravelWorld()
    {
        Places = [.. EmbeddedText.Read("Travel.Data.places.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select((line, index) => ReadPlace(line.TrimEnd('\r').Split('|'), index))];
        Hotels = Places.SelectMany(place => Enumerable.Range(0, HotelsPerPlace).Select(number => HotelMaker.Make(place, number))).ToFrozenDictionary(hotel => hotel.Id);
        Activities = Places.SelectMany(place => Enumerable.Range(0, ActivitiesPerPlace).Select(number => ActivityMaker.Make(place, number))).ToFrozenDictionary(activity => activity.Id);
        HotelsOf = Hotels.Values.OrderByDescending(hotel => hotel.Popularity).ThenBy(hotel => hotel.Id).ToLookup(hotel => hotel.Place.Index);
        ActivitiesOf = Activities.Values.OrderByDescending(activity => activity.Score).ThenBy(activity => activity.Id).ToLookup(activity => activity.Place.Index);
    }

    /// <summary>The world, made on first use.</summary>
    public static TravelWorld Instance => Made.Value;

    private static Lazy<TravelWorld> Made { get; } = new(() => new TravelWorld());

    /// <summary>All places.</summary>
    public IReadOnlyList<TravelPlace> Places { get; }

    /// <summary>All hotels by their number.</summary>
    public FrozenDictionary<int, TravelHotel> Hotels { get; }

    /// <summary>All activities by their number.</summary>
    public FrozenDictionary<int, TravelActivity> Activities { get; }

    /// <summary>The hotels of a place, best first.</summary>
    public ILookup<int, TravelHotel> HotelsOf { get; }

    /// <summary>The activities of a place, best first.</summary>
    public ILookup<int, TravelActivity> ActivitiesOf { get; }

    private static TravelPlace ReadPlace(string[] fields, int index) => new()
    {
        Index = index,
        Name = fields[0],
        Region = fields[1],
        Country = fields[2],
        Iso2 = fields[3],
        Iso3 = fields[4],
        Latitude = decimal.Parse(fields[5], CultureInfo.InvariantCulture),
        Longitude = decimal.Parse(fields[6], CultureInfo.InvariantCulture),
        Airport = fields[7],
        NightCents = int.Parse(fields[8], CultureInfo.InvariantCulture) * 100,
    };
}
