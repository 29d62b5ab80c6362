using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts.Security;

/// <summary>What we ask of passwords, locks and cookies. All of it runs on the system's clock: a shift of the product's clock signs nobody out.</summary>
internal static class IdentitySettings
{
    /// <summary>Length decides; character classes do not make a password better, and people work round them.</summary>
    internal static void Apply(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    internal static void Apply(CookieAuthenticationOptions options)
    {
        options.TimeProvider = TimeProvider.System;
        options.CookieManager = new PrefixedCookies();
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = AccountsRoutes.SignIn;
        options.LogoutPath = AccountsRoutes.SignOut;
        options.AccessDeniedPath = AccountsRoutes.AccessDenied;
    }

    internal static void Apply(SecurityStampValidatorOptions options)
    {
        options.TimeProvider = TimeProvider.System;
        options.ValidationInterval = TimeSpan.FromMinutes(1);
    }
}
