using System.Globalization;
using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>Invents what can be done in a city.</summary>
internal static class ActivityMaker
{
    private static readonly (string Title, string Category, int Minutes, int Cents, string Words)[] Kinds =
    [
        ("{0} Walking Tour with a Local Guide", "Walking & Bike Tours", 150, 2_900, "The old streets of {0} on foot, with stories of the people who live there."),
        ("Food Tour of {0}: Markets and Small Kitchens", "Food & Drink", 210, 7_900, "Eight stops and as many tastes, from the market hall to a bakery that opens at four."),
        ("{0} by Bicycle", "Walking & Bike Tours", 180, 3_900, "Along the water and through the parks on an easy route, helmet included."),
        ("Evening Cruise in {0}", "Cruises & Water Tours", 120, 5_400, "The lights of {0} from the water, with a drink on board."),
        ("Museum Pass {0}", "Attractions", 2_880, 4_200, "Two days in the museums of {0}, without the queue."),
        ("Day Trip from {0} into the Countryside", "Day Trips & Excursions", 540, 9_900, "Villages, viewpoints and lunch at a farm, back in {0} by evening."),
        ("Cooking Class in {0}", "Food & Drink", 180, 8_600, "Cook three dishes of the region and eat them together."),
        ("{0} Photo Walk at Sunrise", "Walking & Bike Tours", 120, 4_900, "Empty streets and soft light, with a photographer who knows the corners."),
        ("Viewpoint Admission {0}", "Attractions", 60, 2_400, "The whole city from above."),
        ("Concert Night in {0}", "Shows & Sport", 120, 6_200, "An evening of music in an old hall."),
        ("Kayak Tour of {0}", "Cruises & Water Tours", 150, 5_900, "Paddle past the landmarks, no experience needed."),
        ("{0} for Families: Treasure Hunt", "Walking & Bike Tours", 120, 3_400, "Riddles that lead from square to square, for children from six."),
    ];

    private static readonly string[] Suppliers = ["Footnote Tours", "Lanternway", "Otter & Oar", "Third Street Guides", "Morningside Trips"];

    public static TravelActivity Make(TravelPlace place, int number)
    {
        var seed = new SeededSequence(place.Index, number, 7_019);
        var kind = Kinds[number];
        return new TravelActivity
        {
            Id = 400_000 + (place.Index * 20) + number,
            Place = place,
            Title = string.Format(CultureInfo.InvariantCulture, kind.Title, place.Name),
            Description = string.Format(CultureInfo.InvariantCulture, kind.Words, place.Name),
            Category = kind.Category,
            Minutes = kind.Minutes,
            AdultCents = kind.Cents * (80 + (place.NightCents / 300) + seed.Next(20)) / 130 / 50 * 50,
            FreeCancellation = seed.Percent(70),
            Score = 78 + seed.Next(22),
            Reviews = 10 + seed.Next(900),
            Supplier = seed.Pick(Suppliers),
        };
    }
}
