using AffiliateStudio.Sandbox.Travel;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>What a buyer looks at: a hotel or an activity, for days and people, at a price or with the reason why there is none.</summary>
public sealed record Booking
{
    /// <summary>The hotel, or null.</summary>
    public required TravelHotel? Hotel { get; init; }

    /// <summary>The activity, or null.</summary>
    public required TravelActivity? Activity { get; init; }

    /// <summary>The first night, or the day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day of leaving; the same day for an activity.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many people.</summary>
    public required int Guests { get; init; }

    /// <summary>What all of it costs, US cents; 0 when it cannot be booked.</summary>
    public required int TotalCents { get; init; }

    /// <summary>What a night costs, or one person's ticket.</summary>
    public required int EachCents { get; init; }

    /// <summary>Why it cannot be booked, or null.</summary>
    public required string? Problem { get; init; }

    /// <summary>The id, with its letter.</summary>
    public string Id => Hotel?.PictureId ?? Activity!.PictureId;

    /// <summary>The title.</summary>
    public string Title => Hotel is { } hotel ? hotel.Name.Contains(hotel.Place.Name, StringComparison.Ordinal) ? hotel.Name : $"{hotel.Name}, {hotel.Place.Name}" : Activity!.Title;

    /// <summary>The city.</summary>
    public TravelPlace Place => Hotel?.Place ?? Activity!.Place;

    /// <summary>How many nights; 0 for an activity.</summary>
    public int Nights => To.DayNumber - From.DayNumber;

    /// <summary>Its page.</summary>
    public string Path => Hotel is { } hotel ? BookingPaths.Of(hotel) : BookingPaths.Of(Activity!);

    /// <summary>Looks at a hotel. Days that were not asked for, or make no sense, are two nights from in two weeks on.</summary>
    public static Booking Of(TravelHotel hotel, DateOnly? from, DateOnly? to, int guests, DateOnly today)
    {
        var (first, last) = from is { } arrival && to is { } leaving && leaving > arrival ? (arrival, leaving) : (today.AddDays(14), today.AddDays(16));
        var people = Math.Clamp(guests, 1, 14);
        var problem = first < today ? "These dates are over. Choose others."
            : last.DayNumber - first.DayNumber > 28 ? "A stay has at most 28 nights."
            : StayPrice.Refusal(hotel, first, people) switch
            {
                "NOT_AVAILABLE" => "No room is free on these nights. Choose other dates.",
                not null => $"This hotel has no room for {people} people.",
                _ => null,
            };
        var price = problem is null ? StayPrice.Of(hotel, first, last, people) : null;
        return new Booking
        {
            Hotel = hotel, Activity = null, From = first, To = last, Guests = people, TotalCents = price?.TotalCents ?? 0, EachCents = price?.NightCents ?? 0, Problem = problem,
        };
    }

    /// <summary>Looks at an activity on a day; without one, in a week.</summary>
    public static Booking Of(TravelActivity activity, DateOnly? on, int guests, DateOnly today)
    {
        var day = on ?? today.AddDays(7);
        var people = Math.Clamp(guests, 1, 14);
        var problem = day < today ? "This day is over. Choose another." : null;
        return new Booking
        {
            Hotel = null, Activity = activity, From = day, To = day, Guests = people, TotalCents = problem is null ? activity.AdultCents * people : 0, EachCents = activity.AdultCents, Problem = problem,
        };
    }
}
