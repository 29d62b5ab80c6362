using System.Security.Claims;

namespace AffiliateStudio.Features.Accounts;

/// <summary>What the signed-in principal carries besides id, e-mail and role, so that the shell needs no query per page.</summary>
public static class AccountsClaims
{
    /// <summary>The name that others see.</summary>
    public const string DisplayName = "studio:name";

    /// <summary>The creator's handle; absent for other roles.</summary>
    public const string Handle = "studio:handle";

    /// <summary>The name to greet the person with.</summary>
    public static string NameOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(DisplayName) is { Length: > 0 } name ? name : principal.Identity?.Name ?? string.Empty;

    /// <summary>The creator's handle, or null.</summary>
    public static string? HandleOf(ClaimsPrincipal principal) => principal.FindFirstValue(Handle);
}
