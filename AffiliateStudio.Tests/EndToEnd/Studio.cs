using AffiliateStudio.Tests.Support;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>One running product with demo accounts and one browser, shared by all journeys. Journeys make what they need themselves.</summary>
public sealed class Studio : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private StudioHost? _host;

    /// <summary>The product.</summary>
    public StudioHost Host => _host ?? throw new InvalidOperationException("The product has not started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("STUDIO_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(chromium), "No Chromium: STUDIO_TEST_CHROMIUM names no file.");
        _host = new StudioHost();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a browser session of its own. It fails the test at its end when the page wrote an error to the console.</summary>
    public async Task<Visitor> NewVisitorAsync(VisitorOptions? options = null)
    {
        options ??= new VisitorOptions();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (options.Address ?? Host.Address).ToString(),
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = options.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
        });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
