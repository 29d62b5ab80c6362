using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Data;

/// <summary>An account. What a person is in the product (creator, brand manager, admin) is the account's role.</summary>
public sealed class StudioUser : IdentityUser<Guid>
{
    /// <summary>The name that others see.</summary>
    public string DisplayName { get; set; } = string.Empty;

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
