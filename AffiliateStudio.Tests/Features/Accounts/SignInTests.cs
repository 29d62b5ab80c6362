using System.Net;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Platform.Security;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class SignInTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task RightPassword_SignsIn_AndLeadsBackToWhereThePersonWas()
    {
        await host.AddAccountAsync("signs-in@example.test", handle: "signs.in");
        using var browser = host.NewBrowser();

        await browser.SignInAsync("signs-in@example.test", AccountsHost.Password, "/Account/Manage?x=1");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.EndsWith("/Account/Manage?x=1", browser.Location, StringComparison.Ordinal);
        await browser.OpenAsync("/");
        Assert.Contains("Hello, Test Person", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foreign.one", "https://evil.example/")]
    [InlineData("foreign.two", "//evil.example/")]
    [InlineData("foreign.three", "/\\evil.example/")]
    public async Task ForeignReturnAddress_AfterSignIn_LeadsHome(string handle, string returnUrl)
    {
        var email = handle + "@example.test";
        await host.AddAccountAsync(email, handle: handle);
        using var browser = host.NewBrowser();

        await browser.SignInAsync(email, AccountsHost.Password, returnUrl);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.DoesNotContain("evil", browser.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddressAndWrongPassword_GiveTheSameAnswer()
    {
        await host.AddAccountAsync("known@example.test", handle: "known.one");
        using var browser = host.NewBrowser();

        await browser.SignInAsync("known@example.test", "a wrong password");
        var known = browser.Page.QuerySelector("[role=alert]")?.TextContent;
        await browser.SignInAsync("unknown@example.test", "a wrong password");

        Assert.NotNull(known);
        Assert.Equal(known, browser.Page.QuerySelector("[role=alert]")?.TextContent);
        Assert.Equal("unknown@example.test", browser.ValueOf("Input.Email"));
        Assert.Null(browser.ValueOf("Input.Password"));
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_EvenForTheRightOne()
    {
        await host.AddAccountAsync("locked@example.test", handle: "locked.one");
        using var browser = host.NewBrowser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync("locked@example.test", "a wrong password");
        }

        await browser.SignInAsync("locked@example.test", AccountsHost.Password);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("locked for five minutes", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SandboxTimeMovedByAMonth_SignedInPerson_StaysSignedIn()
    {
        await host.AddAccountAsync("shifted@example.test", handle: "shifted");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("shifted@example.test", AccountsHost.Password);
        host.Studio.Clock.Shift = TimeSpan.FromDays(31);
        try
        {
            await browser.OpenAsync("/Account/Manage");
        }
        finally
        {
            host.Studio.Clock.Shift = TimeSpan.Zero;
        }

        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task SignedIn_SignsOut_AndIsAVisitorAgain()
    {
        await host.AddAccountAsync("leaves@example.test", handle: "leaves");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("leaves@example.test", AccountsHost.Password);
        await browser.OpenAsync("/");

        await browser.SubmitAsync("/Account/Logout");
        await browser.OpenAsync("/Account/Manage");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        Assert.Contains("/Account/Login?ReturnUrl=%2FAccount%2FManage", browser.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedAccount_WithTheSandboxOn_IsOneTapAway()
    {
        await host.AddAccountAsync(SharedAccounts.Emails[0], handle: "shared", password: SharedAccounts.Password);
        using var browser = host.NewBrowser();
        await browser.OpenAsync("/Account/Login");

        await browser.SubmitAsync("use-Creator");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.OpenAsync("/Account/Manage");
        Assert.Contains(SharedAccounts.Emails[0], browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedAccount_LockedByWrongPasswords_IsStillOneTapAway()
    {
        await host.AddAccountAsync(SharedAccounts.Emails[1], Roles.BrandManager, password: SharedAccounts.Password);
        using var browser = host.NewBrowser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync(SharedAccounts.Emails[1], "a wrong password");
        }

        await browser.SignInAsync(SharedAccounts.Emails[1], SharedAccounts.Password);
        Assert.Contains("locked for five minutes", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("use-BrandManager");

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.OpenAsync("/Account/Manage");
        Assert.Contains(SharedAccounts.Emails[1], browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOutWithoutToken_IsRefused()
    {
        await host.AddAccountAsync("stays@example.test", handle: "stays");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("stays@example.test", AccountsHost.Password);
        await browser.OpenAsync("/");

        await browser.SubmitAsync("/Account/Logout", ("__RequestVerificationToken", "forged"));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        await browser.OpenAsync("/Account/Manage");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }
}
