namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>A kind of thing, such as a desk lamp, from which products are made.</summary>
public sealed record ProductKind
{
    /// <summary>Its place in the list of kinds, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The department it belongs to.</summary>
    public required Department Department { get; init; }

    /// <summary>The level between department and leaf.</summary>
    public required string Group { get; init; }

    /// <summary>The last level of its category.</summary>
    public required string Leaf { get; init; }

    /// <summary>What a title calls it.</summary>
    public required string Noun { get; init; }

    /// <summary>The drawing that pictures it.</summary>
    public required string Shape { get; init; }

    /// <summary>The least that one costs, US dollars.</summary>
    public required int LowestDollars { get; init; }

    /// <summary>The most that one costs, US dollars.</summary>
    public required int HighestDollars { get; init; }

    /// <summary>Sizes it comes in; may be empty.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }

    /// <summary>Materials it is made of; may be empty.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>What titles boast of.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Colours it comes in.</summary>
    public required IReadOnlyList<ProductColor> Colors { get; init; }

    /// <summary>Amazon's browse node of the leaf: invented, stable.</summary>
    public string AmazonNode => (7_100_000_000L + Index).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Walmart's category ids from the department down to the leaf, joined by underscores.</summary>
    public string WalmartNode => $"{WalmartGroupNode}_{1_045_000 + Index}";

    /// <summary>Walmart's id of the level above the leaf.</summary>
    public string WalmartGroupNode => $"{Department.WalmartId}_{133_000 + (int)(SeededSequence.Hash([.. Group.Select(c => (long)c)]) % 900)}";

    /// <summary>Walmart's path, such as <c>Home/Lighting/Desk Lamps</c>.</summary>
    public string WalmartPath => $"{Department.WalmartName}/{Group}/{Leaf}";
}
