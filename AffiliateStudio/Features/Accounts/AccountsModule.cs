using AffiliateStudio.Data;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts;

/// <summary>Registers sign-in, roles and the policies that pages and use cases name.</summary>
public static class AccountsModule
{
    /// <summary>Registers Identity on <see cref="StudioDb"/>.</summary>
    public static IHostApplicationBuilder AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(AccountsPolicies.Creator, policy => policy.RequireRole(Roles.Creator))
            .AddPolicy(AccountsPolicies.BrandManager, policy => policy.RequireRole(Roles.BrandManager))
            .AddPolicy(AccountsPolicies.Admin, policy => policy.RequireRole(Roles.Admin));
        builder.Services.AddIdentityCore<StudioUser>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<StudioDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        return builder;
    }

    /// <summary>Maps the account endpoints that are not pages.</summary>
    public static WebApplication MapAccounts(this WebApplication app)
    {
        return app;
    }
}
