using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>A department of the seeded world and what each shop calls it and pays for it.</summary>
public sealed record Department
{
    /// <summary>The name that the shops' pages show.</summary>
    public required string Name { get; init; }

    /// <summary>Amazon's search index, such as <c>HomeAndKitchen</c>.</summary>
    public required string AmazonIndex { get; init; }

    /// <summary>Amazon's browse node of the department.</summary>
    public required string AmazonRootNode { get; init; }

    /// <summary>Amazon's name of that node.</summary>
    public required string AmazonRootName { get; init; }

    /// <summary>Amazon's name for it in earnings reports.</summary>
    public required string AmazonProductLine { get; init; }

    /// <summary>What Amazon pays.</summary>
    public required Rate AmazonRate { get; init; }

    /// <summary>Walmart's category id.</summary>
    public required string WalmartId { get; init; }

    /// <summary>Walmart's name for it.</summary>
    public required string WalmartName { get; init; }

    /// <summary>What Walmart pays.</summary>
    public required Rate WalmartRate { get; init; }
}
