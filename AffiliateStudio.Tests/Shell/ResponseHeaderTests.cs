using System.Net;
using AffiliateStudio.Tests.Features.Accounts;

namespace AffiliateStudio.Tests.Shell;

public sealed class ResponseHeaderTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/Account/Login")]
    [InlineData("/nothing-here")]
    [InlineData("/app/studio.css")]
    public async Task AnyResponse_CarriesTheSecurityHeaders(string path)
    {
        using var client = host.Studio.NewClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/Account/Login", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task Page_AskedForItsHeadersOnly_AnswersAsItWouldWithItsBody(string path, HttpStatusCode expected)
    {
        using var client = host.Studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SignedInPage_IsNotStoredAnywhere()
    {
        await host.AddAccountAsync("no-store@example.test", handle: "no.store");
        using var client = host.Studio.NewClient();
        using var browser = new AccountBrowser(client);
        await browser.SignInAsync("no-store@example.test", AccountsHost.Password);

        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Circuit_NegotiatedFromAPage_IsOnlyForOurOwn(string? origin, HttpStatusCode expected)
    {
        using var client = host.Studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin ?? host.Studio.Address.GetLeftPart(UriPartial.Authority));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task UnknownAddress_AnswersNotFound_WithAWayOut()
    {
        using var browser = host.NewBrowser();

        await browser.OpenAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("There is nothing here", browser.Page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task ThemeCookie_IsInTheFirstByteOfThePage_AndOnlyKnownWordsAre()
    {
        using var client = host.Studio.NewClient();
        using var dark = new HttpRequestMessage(HttpMethod.Get, "/");
        dark.Headers.Add("Cookie", "studio-theme=dark");
        using var odd = new HttpRequestMessage(HttpMethod.Get, "/");
        odd.Headers.Add("Cookie", "studio-theme=x\" onload=\"alert(1)");

        var page = await (await client.SendAsync(dark, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var other = await (await client.SendAsync(odd, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("data-theme=\"dark\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", other, StringComparison.Ordinal);
    }
}
