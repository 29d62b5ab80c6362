namespace AffiliateStudio.Features.Accounts;

/// <summary>Who may do what, by role. Pages and endpoints name these; ownership is checked in each query.</summary>
public static class AccountsPolicies
{
    /// <summary>Creators only.</summary>
    public const string Creator = "Accounts.Creator";

    /// <summary>Brand managers only.</summary>
    public const string BrandManager = "Accounts.BrandManager";

    /// <summary>Admins only.</summary>
    public const string Admin = "Accounts.Admin";
}
