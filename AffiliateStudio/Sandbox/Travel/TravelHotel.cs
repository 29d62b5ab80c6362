namespace AffiliateStudio.Sandbox.Travel;

/// <summary>An invented hotel in a real city.</summary>
public sealed record TravelHotel
{
    /// <summary>The number under which everybody knows it.</summary>
    public required int Id { get; init; }

    /// <summary>The city.</summary>
    public required TravelPlace Place { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Street and number.</summary>
    public required string Street { get; init; }

    /// <summary>The part of the city.</summary>
    public required string Neighborhood { get; init; }

    /// <summary>Stars in tenths, 20 to 50.</summary>
    public required int StarTenths { get; init; }

    /// <summary>What guests give it, in tenths of 5.</summary>
    public required int RatingTenths { get; init; }

    /// <summary>How many guests have judged it.</summary>
    public required int Reviews { get; init; }

    /// <summary>What it has.</summary>
    public required IReadOnlyList<string> Amenities { get; init; }

    /// <summary>Its room.</summary>
    public required string Room { get; init; }

    /// <summary>How many adults its room takes.</summary>
    public required int MostGuests { get; init; }

    /// <summary>How sought after it is; searches go by it.</summary>
    public required int Popularity { get; init; }

    /// <summary>The id of its pictures.</summary>
    public string PictureId => "h" + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
