using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Accounts;

/// <summary>The accounts that anybody may use while the sandbox is on. The sign-in page offers those that exist.</summary>
public static class SharedAccounts
{
    /// <summary>The password of all of them; no secret.</summary>
    public const string Password = "Studio-demo-2026";

    /// <summary>What the addresses of all accounts with that password end in; nobody else may have such an address.</summary>
    public const string Domain = "@studio.test";

    /// <summary>The creator's address.</summary>
    public const string Creator = "creator" + Domain;

    /// <summary>The brand manager's address.</summary>
    public const string Brand = "brand" + Domain;

    /// <summary>The admin's address.</summary>
    public const string Admin = "admin" + Domain;

    /// <summary>The creator, the brand manager and the admin, in the order of the sign-in page.</summary>
    public static IReadOnlyList<string> Emails { get; } = [Creator, Brand, Admin];

    /// <summary>Whether an address is kept for accounts whose password everybody knows.</summary>
    internal static bool IsReserved(string? email) => email?.Trim().EndsWith(Domain, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether many people use this account at the same time, so that none of them may change its password.</summary>
    internal static bool IsShared(string? email) => email is not null && Emails.Contains(email, StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody is told who wants to change the password of such an account.</summary>
    internal static Error PasswordStays { get; } = new("accounts.shared", "Everybody uses this account, so its password stays as it is. Create an account of your own to choose a password.", "Password");
}
