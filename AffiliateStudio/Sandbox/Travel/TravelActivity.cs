using System.Globalization;

namespace AffiliateStudio.Sandbox.Travel;

/// <summary>Something to do in a city.</summary>
public sealed record TravelActivity
{
    /// <summary>The number under which everybody knows it.</summary>
    public required int Id { get; init; }

    /// <summary>The city.</summary>
    public required TravelPlace Place { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>The partner's category.</summary>
    public required string Category { get; init; }

    /// <summary>How long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What an adult pays, US cents.</summary>
    public required int AdultCents { get; init; }

    /// <summary>Whether it can be cancelled for free.</summary>
    public required bool FreeCancellation { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>How many have judged it.</summary>
    public required int Reviews { get; init; }

    /// <summary>Who offers it.</summary>
    public required string Supplier { get; init; }

    /// <summary>The id of its pictures.</summary>
    public string PictureId => "a" + Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The title as a path segment.</summary>
    public string Slug => string.Join('-', Title.ToLowerInvariant().Split([' ', ',', '\'', '&', '.'], StringSplitOptions.RemoveEmptyEntries));
}
