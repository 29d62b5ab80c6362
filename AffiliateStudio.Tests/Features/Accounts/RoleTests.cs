using System.Net;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class RoleTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task PageOfAnotherRole_Opened_LeadsToARefusalThatNamesTheRole()
    {
        await host.AddAccountAsync("curious@example.test", handle: "curious");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("curious@example.test", AccountsHost.Password);

        await browser.OpenAsync("/Account/AccessDenied?ReturnUrl=%2Fadmin%2Fjobs");

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("It is for admins, and your account is a creator's", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Creator, "/earnings", "/admin/conversions")]
    [InlineData(Roles.Admin, "/admin/conversions", "/earnings")]
    public async Task Home_OfARole_LeadsToItsOwnWorkOnly(string role, string own, string foreign)
    {
        var email = role.ToLowerInvariant() + "-home@example.test";
        await host.AddAccountAsync(email, role, handle: "home." + role.ToLowerInvariant());
        using var browser = host.NewBrowser();
        await browser.SignInAsync(email, AccountsHost.Password);

        await browser.OpenAsync("/");

        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{own}']"));
        Assert.NotNull(browser.Page.QuerySelector($"nav.rail a[href='{own}']"));
        Assert.Null(browser.Page.QuerySelector($"a[href='{foreign}']"));
    }

    [Fact]
    public async Task BrandManager_Home_SaysWhereTheWorkWillBe()
    {
        await host.AddAccountAsync("brand-home@example.test", Roles.BrandManager);
        using var browser = host.NewBrowser();
        await browser.SignInAsync("brand-home@example.test", AccountsHost.Password);

        await browser.OpenAsync("/");

        Assert.Contains("Your campaigns will be here", browser.Text, StringComparison.Ordinal);
    }
}
