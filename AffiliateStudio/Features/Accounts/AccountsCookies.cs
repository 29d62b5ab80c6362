namespace AffiliateStudio.Features.Accounts;

/// <summary>Names of the product's cookies that other features look for.</summary>
public static class AccountsCookies
{
    /// <summary>Says who is signed in. Over https its name has the prefix <c>__Host-</c>.</summary>
    public const string Session = "studio-session";
}
