using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Security;
using AffiliateStudio.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts;

/// <summary>Registers sign-in, roles and the policies that pages and use cases name.</summary>
public static class AccountsModule
{
    /// <summary>Registers Identity on <see cref="StudioDb"/>.</summary>
    public static IHostApplicationBuilder AddAccounts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorizationBuilder()
            .AddPolicy(AccountsPolicies.Creator, policy => policy.RequireRole(Roles.Creator))
            .AddPolicy(AccountsPolicies.BrandManager, policy => policy.RequireRole(Roles.BrandManager))
            .AddPolicy(AccountsPolicies.Admin, policy => policy.RequireRole(Roles.Admin));
        services.AddIdentityCore<StudioUser>(IdentitySettings.Apply)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<StudioDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StudioClaims>()
            .AddPasswordValidator<PasswordBlockList>()
            .AddDefaultTokenProviders();
        services.ConfigureAll<CookieAuthenticationOptions>(IdentitySettings.Apply);
        services.ConfigureApplicationCookie(options => options.Cookie.Name = AccountsCookies.Session);
        services.Configure<SecurityStampValidatorOptions>(IdentitySettings.Apply);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddScoped<CreateAccount.CreateAccount>();
        services.AddScoped<RegisterCreator.RegisterCreator>();
        services.AddScoped<SignIn.SignIn>();
        services.AddScoped<SendResetLink.SendResetLink>();
        services.AddScoped<ResetPassword.ResetPassword>();
        services.AddScoped<UpdateProfile.UpdateProfile>();
        services.AddScoped<ChangePassword.ChangePassword>();
        services.AddScoped<ShowAccount.ShowAccount>();
        services.AddScoped<ListSharedAccounts.ListSharedAccounts>();
        services.AddHostedService<CloseSharedAccounts.CloseSharedAccounts>();
        return builder;
    }

    /// <summary>Maps the account endpoints that are not pages.</summary>
    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapPost(AccountsRoutes.SignOut, async (IFormCollection _, SignInManager<StudioUser> signIn) =>
        {
            // Binding the form is what refuses a post without its antiforgery token.
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/");
        });
        return app;
    }
}
