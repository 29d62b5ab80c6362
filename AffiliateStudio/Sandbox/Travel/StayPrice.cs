using AffiliateStudio.Sandbox.Catalog;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>What a stay costs, US cents.</summary>
/// <param name="BaseCents">The nights.</param>
/// <param name="TaxCents">Taxes and fees.</param>
/// <param name="Nights">How many nights.</param>
/// <param name="StrikeOutCents">The total that it is compared with, or null.</param>
internal sealed record StayPrice(int BaseCents, int TaxCents, int Nights, int? StrikeOutCents)
{
    // By month, in percent of the average, north of the equator; the south is half a year later.
    private static readonly int[] Seasons = [-18, -16, -8, 0, 8, 17, 24, 24, 10, 0, -10, -4];

    /// <summary>All that is paid.</summary>
    public int TotalCents => BaseCents + TaxCents;

    /// <summary>A night on average, without taxes.</summary>
    public int NightCents => BaseCents / Nights;

    /// <summary>Whether a hotel has a room for these nights and people; null when it has, else the partner's word for why not.</summary>
    public static string? Refusal(TravelHotel hotel, DateOnly from, int adults) =>
        adults > hotel.MostGuests ? "NUMBER_OF_ADULTS_NOT_ACCEPTED"
        : SeededSequence.Hash(hotel.Id, from.DayNumber / 3, 7_031) % 11 == 0 ? "NOT_AVAILABLE"
        : null;

    /// <summary>The price of a stay.</summary>
    public static StayPrice Of(TravelHotel hotel, DateOnly from, DateOnly to, int adults)
    {
        var sum = 0;
        for (var night = from; night < to; night = night.AddDays(1))
        {
            sum += Night(hotel, night, adults);
        }

        var nights = to.DayNumber - from.DayNumber;
        var tax = sum * 12 / 100;
        var isReduced = SeededSequence.Hash(hotel.Id, from.DayNumber, 7_037) % 4 == 0;
        return new StayPrice(sum, tax, nights, isReduced ? (sum + tax) * 118 / 100 : null);
    }

    private static int Night(TravelHotel hotel, DateOnly night, int adults)
    {
        var month = hotel.Place.Latitude >= 0 ? night.Month : ((night.Month + 5) % 12) + 1;
        var percent = 100 + Seasons[month - 1] + (night.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday ? 12 : 0) + (int)(SeededSequence.Hash(hotel.Id, night.DayNumber, 7_043) % 11) - 5;
        var stars = 40 + (hotel.StarTenths * 2);
        var party = 100 + (22 * Math.Max(0, adults - 2)) - (adults == 1 ? 8 : 0);
        return (int)((long)hotel.Place.NightCents * stars * percent * party / 1_000_000 / 100 * 100);
    }
}
