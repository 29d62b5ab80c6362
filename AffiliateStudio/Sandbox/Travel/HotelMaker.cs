using System.Globalization;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>Invents the hotels of a city.</summary>
internal static class HotelMaker
{
    private static readonly string[] Names =
    [
        "Larkspire", "Wrenhaven", "Tallowmere", "Brindlecove", "Oskarlund", "Fennhollow", "Quillsbury", "Palewater", "Emberloft", "Saltbrook", "Hollowbeam", "Marrowby", "Alderquist",
        "Cindermoor", "Thistleworth", "Nordhusk", "Kettlewren", "Copperwick", "Dunwick", "Plainstead", "Sagemill", "Hearthlane", "Ovenbird", "Timberfold",
    ];

    private static readonly string[] Streets = ["Harbour Street", "Market Square", "Station Road", "Garden Lane", "River Walk", "Castle Hill", "Mill Street", "Museum Avenue"];

    private static readonly string[] Quarters = ["Old Town", "Riverside", "City Center", "Harbour", "Museum Quarter", "Garden District"];

    private static readonly string[] Extras = ["Free WiFi", "Breakfast", "Pool", "Gym", "Spa", "Parking", "Bar", "Restaurant", "Family rooms", "Pets allowed", "Terrace", "Bicycles"];

    private static readonly string[] Rooms = ["Double Room", "Queen Room, City View", "King Room", "Twin Room", "Junior Suite", "Family Room"];

    public static TravelHotel Make(TravelPlace place, int number)
    {
        var seed = new SeededSequence(place.Index, number, 7_001);
        var name = Names[(number + (place.Index * 5)) % Names.Length];
        var stars = 20 + (seed.Next(7) * 5);
        var room = seed.Next(Rooms.Length);
        return new TravelHotel
        {
            Id = 9_000_000 + (place.Index * 100) + number,
            Place = place,
            Name = (number % 6) switch
            {
                0 => $"Hotel {name}",
                1 => $"The {name} House",
                2 => $"{name} {place.Name}",
                3 => $"{name} Suites",
                4 => $"{name} Garden Hotel",
                _ => $"The {name} Inn",
            },
            Street = string.Create(CultureInfo.InvariantCulture, $"{1 + seed.Next(120)} {seed.Pick(Streets)}"),
            Neighborhood = seed.Pick(Quarters),
            StarTenths = stars,
            RatingTenths = 34 + seed.Next(9) + (stars / 10),
            Reviews = 40 + seed.Next(2_400),
            Amenities = [.. Extras.OrderBy(extra => SeededSequence.Hash(place.Index, number, extra.Length, extra[0])).Take(3 + (stars / 10))],
            Room = Rooms[room],
            MostGuests = room == Rooms.Length - 1 ? 6 : room >= 4 ? 4 : 3,
            Popularity = seed.Next(1_000),
        };
    }
}
