namespace AffiliateStudio.Platform.Security;

/// <summary>The roles of the product. A person has exactly one.</summary>
public static class Roles
{
    /// <summary>Makes videos and pins offers.</summary>
    public const string Creator = "Creator";

    /// <summary>Runs campaigns and reviews what creators publish.</summary>
    public const string BrandManager = "BrandManager";

    /// <summary>Approves partners and guards money and abuse.</summary>
    public const string Admin = "Admin";

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> All { get; } = [Creator, BrandManager, Admin];
}
