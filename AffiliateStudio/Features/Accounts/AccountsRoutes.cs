namespace AffiliateStudio.Features.Accounts;

/// <summary>Addresses of the account pages.</summary>
public static class AccountsRoutes
{
    /// <summary>A creator's public page.</summary>
    public const string StorefrontPattern = "/@{Handle}";

    /// <summary>Signing in.</summary>
    public const string SignIn = "/Account/Login";

    /// <summary>Making an account.</summary>
    public const string Register = "/Account/Register";

    /// <summary>Signing out, by POST.</summary>
    public const string SignOut = "/Account/Logout";

    /// <summary>Asking for a link to choose a new password.</summary>
    public const string ForgotPassword = "/Account/ForgotPassword";

    /// <summary>Choosing a new password.</summary>
    public const string ResetPassword = "/Account/ResetPassword";

    /// <summary>Where somebody lands who may not see a page.</summary>
    public const string AccessDenied = "/Account/AccessDenied";

    /// <summary>One's own account.</summary>
    public const string Manage = "/Account/Manage";

    /// <summary>A creator's public page.</summary>
    public static string Storefront(string handle) => "/@" + Uri.EscapeDataString(handle);

    /// <summary>The sign-in page that leads back to a place in the product.</summary>
    public static string SignInTo(string returnUrl) => SignIn + "?ReturnUrl=" + Uri.EscapeDataString(returnUrl);
}
