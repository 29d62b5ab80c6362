namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>Whether a shop has it.</summary>
public enum SandboxStock
{
    /// <summary>It can be bought.</summary>
    Available,
    /// <summary>Only a few are left.</summary>
    Limited,
    /// <summary>It cannot be bought today.</summary>
    SoldOut,
}
