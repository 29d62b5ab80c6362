namespace AffiliateStudio.Features.Accounts;

/// <summary>The accounts that anybody may use while the sandbox is on. The sign-in page offers those that exist.</summary>
public static class SharedAccounts
{
    /// <summary>The password of all of them; no secret.</summary>
    public const string Password = "Studio-demo-2026";

    /// <summary>The creator, the brand manager and the admin, in the order of the sign-in page.</summary>
    public static IReadOnlyList<string> Emails { get; } = ["creator@studio.test", "brand@studio.test", "admin@studio.test"];
}
