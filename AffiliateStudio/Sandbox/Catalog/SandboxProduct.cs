using AffiliateStudio.Sandbox.Shops;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>A thing that one or more of the shops sell.</summary>
public sealed record SandboxProduct
{
    /// <summary>Its place in the catalog, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The kind of thing it is.</summary>
    public required ProductKind Kind { get; init; }

    /// <summary>Products of one family differ only in colour and size.</summary>
    public required int Family { get; init; }

    /// <summary>An invented brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The product line.</summary>
    public required string Series { get; init; }

    /// <summary>The model number.</summary>
    public required string Model { get; init; }

    /// <summary>The colour.</summary>
    public required ProductColor Color { get; init; }

    /// <summary>The size; empty when the kind has none.</summary>
    public required string Size { get; init; }

    /// <summary>The material; empty when the kind has none.</summary>
    public required string Material { get; init; }

    /// <summary>One to three features.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Twelve digits, the last one the check digit.</summary>
    public required string Gtin { get; init; }

    /// <summary>What it costs on an average day, US cents.</summary>
    public required int AnchorCents { get; init; }

    /// <summary>Ten characters, or null when Amazon does not sell it.</summary>
    public required string? Asin { get; init; }

    /// <summary>Nine digits, or null when Walmart does not sell it.</summary>
    public required long? ItemId { get; init; }

    /// <summary>How sought after it is, 0 to 999; ties in a search go by it.</summary>
    public required int Popularity { get; init; }

    /// <summary>Whether the shop sells it.</summary>
    public bool SoldBy(SandboxPartner partner) => SandboxShops.Of(partner).IdOf(this) is not null;

    /// <summary>The shop's own id of it, for a shop that sells it.</summary>
    public string IdAt(SandboxPartner partner) => SandboxShops.Of(partner).IdOf(this)!;

    /// <summary>What it is, in two sentences.</summary>
    public string Description =>
        $"The {Brand} {Series} {Kind.Noun} comes in {Color.Name.ToLowerInvariant()}{(Material.Length > 0 ? $" and is made of {Material.ToLowerInvariant()}" : string.Empty)}. " +
        $"It stands out for {string.Join(" and ", Features.Take(2)).ToLowerInvariant()}.";
}
