using AffiliateStudio.Tests.Features.Accounts;

namespace AffiliateStudio.Tests.Shell;

public sealed class LandingPageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task Visitor_OpensStart_IsToldWhatItIsAndHowToBegin_WithoutACircuit()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/");

        Assert.Equal("Earn from the products in your videos", browser.Page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/Account/Register']"));
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/Account/Login']"));
        Assert.Null(browser.Page.QuerySelector("script[src*='blazor.web']"));
    }
}
