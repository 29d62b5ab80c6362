namespace AffiliateStudio.Sandbox.Travel;

/// <summary>A real city.</summary>
public sealed record TravelPlace
{
    /// <summary>Its place in the list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The city's name.</summary>
    public required string Name { get; init; }

    /// <summary>The state or region; empty where the country is enough.</summary>
    public required string Region { get; init; }

    /// <summary>The country's name.</summary>
    public required string Country { get; init; }

    /// <summary>The country's code of two letters.</summary>
    public required string Iso2 { get; init; }

    /// <summary>The country's code of three letters.</summary>
    public required string Iso3 { get; init; }

    /// <summary>Degrees north.</summary>
    public required decimal Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public required decimal Longitude { get; init; }

    /// <summary>The airport's code, or empty.</summary>
    public required string Airport { get; init; }

    /// <summary>What a middling night costs on an average day, US cents.</summary>
    public required int NightCents { get; init; }

    /// <summary>The number under which searches name it; long ones are as long as the partner's longest.</summary>
    public long RegionId => Index % 5 == 4 ? 553_248_635_976_381_000 + Index : 6_050_000 + (Index * 37);

    /// <summary>The name with what tells it from others of the same name.</summary>
    public string FullName => Region.Length > 0 && Region != Name ? $"{Name}, {Region}, {Country}" : $"{Name}, {Country}";
}
