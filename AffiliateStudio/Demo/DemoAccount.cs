using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Demo;

/// <summary>An account that exists only where the sandbox is on. The sign-in page tells its password.</summary>
/// <param name="Email">The address it signs in with.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="DisplayName">The name that others see.</param>
/// <param name="Handle">The creator's handle; null for other roles.</param>
internal sealed record DemoAccount(string Email, string Role, string DisplayName, string? Handle)
{
    /// <summary>The creator whose history is made.</summary>
    public static DemoAccount Creator { get; } = new(SharedAccounts.Creator, Roles.Creator, "Mila Demo", "demo");

    /// <summary>The brand manager.</summary>
    public static DemoAccount Brand { get; } = new(SharedAccounts.Brand, Roles.BrandManager, "Bruno Brand", null);

    /// <summary>The admin.</summary>
    public static DemoAccount Admin { get; } = new(SharedAccounts.Admin, Roles.Admin, "Ada Admin", null);

    /// <summary>All of them, in the order of the sign-in page.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } = [Creator, Brand, Admin];

    /// <summary>Two more creators, who write the comments.</summary>
    public static IReadOnlyList<DemoAccount> Neighbours { get; } =
    [
        new("noah" + SharedAccounts.Domain, Roles.Creator, "Noah Neighbour", "noah.makes"),
        new("lena" + SharedAccounts.Domain, Roles.Creator, "Lena Lens", "lena_lens"),
    ];
}
