using System.Net;
using System.Text.RegularExpressions;
using AffiliateStudio.Data;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed partial class PasswordTests(AccountsOnBothEngines hosts) : IClassFixture<AccountsOnBothEngines>
{
    private const string NewPassword = "another set of words";

    [Theory, ClassData(typeof(Engines))]
    public async Task ForgottenPassword_ByTheMailedLink_IsReplacedOnce(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        await host.AddAccountAsync("forgets@example.test", handle: "forgets");
        using var browser = host.NewBrowser();
        await browser.OpenAsync("/Account/ForgotPassword");
        await browser.SubmitAsync("forgotten", ("Input.Email", "forgets@example.test"));
        var link = await LinkFromMailAsync(host, "forgets@example.test");

        await browser.OpenAsync(link);
        await browser.SubmitAsync("reset", ("Input.Password", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);

        await browser.SignInAsync("forgets@example.test", AccountsHost.Password);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.SignInAsync("forgets@example.test", NewPassword);
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);

        using var thief = host.NewBrowser();
        await thief.OpenAsync(link);
        await thief.SubmitAsync("reset", ("Input.Password", "a third set of words"));
        Assert.Contains("used or is too old", thief.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task UnknownAddress_AskedForALink_GetsTheSameAnswerAndNoMail(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        using var browser = host.NewBrowser();
        await browser.OpenAsync("/Account/ForgotPassword");

        await browser.SubmitAsync("forgotten", ("Input.Email", "nobody@example.test"));

        Assert.Contains("If there is an account for nobody@example.test", browser.Text, StringComparison.Ordinal);
        Assert.Contains("a copy of this mail is in the outbox.", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("a[href='/sandbox/outbox']"));
        Assert.DoesNotContain(await host.Outbox.ListAsync(100, TestContext.Current.CancellationToken), mail => mail.To == "nobody@example.test");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PasswordChanged_OtherSessionsAreOver_OwnGoesOn(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        await host.AddAccountAsync("changes@example.test", handle: "changes");
        using var browser = host.NewBrowser();
        using var other = host.NewBrowser();
        await browser.SignInAsync("changes@example.test", AccountsHost.Password);
        await other.SignInAsync("changes@example.test", AccountsHost.Password);
        await other.OpenAsync("/Account/Manage");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        await browser.OpenAsync("/Account/Manage");

        await browser.SubmitAsync("password", ("NewPassword.CurrentPassword", "not the password"), ("NewPassword.Password", NewPassword));
        Assert.Contains("not your current password", browser.ErrorOf("NewPassword.CurrentPassword"), StringComparison.Ordinal);
        await browser.SubmitAsync("password", ("NewPassword.CurrentPassword", AccountsHost.Password), ("NewPassword.Password", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);

        // A session looks once a minute; here that minute is over at once.
        host.Studio.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        await browser.OpenAsync("/Account/Manage");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await other.OpenAsync("/Account/Manage");
        Assert.Equal(HttpStatusCode.Redirect, other.Status);
        Assert.Contains("/Account/Login?ReturnUrl=", other.Location, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task NewPassword_ThatIsTheOwnHandle_IsRefused(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        await host.AddAccountAsync("handle@example.test", handle: "lampenladen");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("handle@example.test", AccountsHost.Password);
        await browser.OpenAsync("/Account/Manage");

        await browser.SubmitAsync("password", ("NewPassword.CurrentPassword", AccountsHost.Password), ("NewPassword.Password", "LampenLaden24"));

        Assert.Contains("easy to guess", browser.ErrorOf("NewPassword.Password"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Profile_Saved_ChangesTheGreeting(DatabaseProvider engine)
    {
        var host = await hosts.OnAsync(engine);
        await host.AddAccountAsync("renames@example.test", handle: "renames");
        using var browser = host.NewBrowser();
        await browser.SignInAsync("renames@example.test", AccountsHost.Password);
        await browser.OpenAsync("/Account/Manage");

        await browser.SubmitAsync("profile", ("Profile.DisplayName", " "), ("Profile.Bio", "Makes things."));
        Assert.Contains("1 to 80", browser.ErrorOf("Profile.DisplayName"), StringComparison.Ordinal);
        await browser.SubmitAsync("profile", ("Profile.DisplayName", "New Name"), ("Profile.Bio", "Makes things."));

        await browser.OpenAsync("/");
        Assert.Contains("Hello, New Name", browser.Text, StringComparison.Ordinal);
    }

    private static async Task<string> LinkFromMailAsync(AccountsHost host, string email)
    {
        var mail = Assert.Single(await host.Outbox.ListAsync(100, TestContext.Current.CancellationToken), mail => mail.To == email);
        return new Uri(Link().Match(mail.TextBody).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https?://\S+/Account/ResetPassword\S+")]
    private static partial Regex Link();
}
