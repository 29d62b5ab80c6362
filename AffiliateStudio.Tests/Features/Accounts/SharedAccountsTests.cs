using System.Net;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Accounts.CloseSharedAccounts;
using AffiliateStudio.Features.Accounts.CreateAccount;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Accounts;

public sealed class SharedAccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("creator@studio.test")]
    [InlineData("Noah@Studio.Test")]
    public async Task SandboxOff_AccountWithThePublishedPassword_IsRefusedLikeAnUnknownOne(string email)
    {
        await using var host = new StudioHost(("Sandbox:Enabled", "false"));
        await AddAsync(host, email);
        using var browser = new AccountBrowser(host.NewClient());
        await browser.SignInAsync("nobody@example.test", SharedAccounts.Password);
        var unknown = browser.Page.QuerySelector("[role=alert]")?.TextContent;

        await browser.SignInAsync(email, SharedAccounts.Password);

        Assert.NotNull(unknown);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(unknown, browser.Page.QuerySelector("[role=alert]")?.TextContent);
    }

    [Fact]
    public async Task SandboxSwitched_SharedAccount_LosesItsSessionsAndIsLockedUntilTheSandboxIsOnAgain()
    {
        await using var host = new StudioHost(("Demo:Accounts", "false"));
        await AddAsync(host, "creator@studio.test");
        await AddAsync(host, "somebody@example.test");
        var before = await UserAsync(host, "creator@studio.test");
        var other = await UserAsync(host, "somebody@example.test");

        await Switch(host, "false").StartAsync(Cancel);
        var off = await UserAsync(host, "creator@studio.test");
        await Switch(host, "false").StartAsync(Cancel);

        Assert.True(off.LockoutEnabled);
        Assert.True(off.LockoutEnd > DateTimeOffset.MaxValue.AddYears(-1000));
        Assert.NotEqual(before.SecurityStamp, off.SecurityStamp);
        Assert.Equal(off.SecurityStamp, (await UserAsync(host, "creator@studio.test")).SecurityStamp);
        Assert.Equal((other.SecurityStamp, other.LockoutEnd), ((await UserAsync(host, "somebody@example.test")).SecurityStamp, null));

        await Switch(host, "true").StartAsync(Cancel);
        Assert.Null((await UserAsync(host, "creator@studio.test")).LockoutEnd);
    }

    [Fact]
    public async Task ReservedAddress_Registered_IsRefusedAtItsField()
    {
        await using var host = new StudioHost(("Demo:Accounts", "false"));
        using var browser = new AccountBrowser(host.NewClient());
        await browser.OpenAsync("/Account/Register");

        await browser.SubmitAsync(
            "register", ("Input.DisplayName", "Mimic"), ("Input.Handle", "mimic"), ("Input.Email", "mimic@STUDIO.test"), ("Input.Password", AccountsHost.Password));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("reserved", browser.ErrorOf("Input.Email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharedAccount_PasswordChanged_IsRefusedAndTheOldOneWorks()
    {
        await using var host = new StudioHost(("Demo:Accounts", "false"));
        await AddAsync(host, SharedAccounts.Emails[0]);
        using var browser = new AccountBrowser(host.NewClient());
        await browser.SignInAsync(SharedAccounts.Emails[0], SharedAccounts.Password);
        await browser.OpenAsync("/Account/Manage");

        await browser.SubmitAsync("password", ("NewPassword.CurrentPassword", SharedAccounts.Password), ("NewPassword.Password", AccountsHost.Password));

        Assert.Contains("Everybody uses this account", browser.ErrorOf("NewPassword.Password"), StringComparison.Ordinal);
        await browser.SignInAsync(SharedAccounts.Emails[0], SharedAccounts.Password);
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    private static CloseSharedAccounts Switch(StudioHost host, string isOn) => new(
        host.Services.GetRequiredService<IServiceScopeFactory>(),
        new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Enabled", isOn)]).Build());

    private static async Task AddAsync(StudioHost host, string email)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(new CreateAccountCommand(email, SharedAccounts.Password, Roles.Admin, "Test Person", null), Cancel);
        Assert.True(result.Succeeded, result.Error?.Message);
    }

    private static async Task<StudioUser> UserAsync(StudioHost host, string email)
    {
        await using var db = host.Databases.CreateDbContext();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Email == email, Cancel);
    }
}
