using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.PauseConnection;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class ConnectorsPageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task Admin_OpeningThePage_SeesEachProtocolAndThatItIsPaused()
    {
        await host.AddAccountAsync("plugs@example.test", Roles.Admin);
        using var browser = host.NewBrowser();
        await browser.SignInAsync("plugs@example.test", AccountsHost.Password);
        await browser.OpenAsync("/admin/connectors");
        Assert.Equal(["Orders last read", "Product API", "impact.com"], Terms(browser, "walmart"));
        Assert.Equal(["Orders last read", "Creators API"], Terms(browser, "amazon"));
        Assert.DoesNotContain("Paused", States(browser, "walmart"));

        await host.Studio.Services.GetRequiredService<PauseConnection>().RunAsync(
            new(new Actor(Guid.NewGuid(), Roles.Admin), PartnerKey.Walmart, true), TestContext.Current.CancellationToken);
        await browser.OpenAsync("/admin/connectors");

        Assert.Equal(["Paused", "Paused"], States(browser, "walmart"));
        Assert.DoesNotContain("Paused", States(browser, "amazon"));
    }

    private static IEnumerable<string> Terms(AccountBrowser browser, string partner) =>
        browser.Page.QuerySelectorAll($"section[aria-labelledby=connector-{partner}] dt").Select(term => term.TextContent);

    private static IEnumerable<string> States(AccountBrowser browser, string partner) =>
        browser.Page.QuerySelectorAll($"section[aria-labelledby=connector-{partner}] dd .chip").Select(chip => chip.TextContent);
}
