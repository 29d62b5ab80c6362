using System.Collections.Concurrent;
using AffiliateStudio.Tests.Support;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>One running product with demo accounts and one browser, shared by all journeys. Journeys make what they need themselves.</summary>
public sealed class Studio : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly ConcurrentDictionary<Uri, ConcurrentDictionary<string, IReadOnlyList<Cookie>>> _sessions = new();
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
        var address = options.Address ?? Host.Address;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = options.JavaScript,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
        });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        context.SetDefaultTimeout(20_000);
        return new Visitor(context, await context.NewPageAsync(), _sessions.GetOrAdd(address, _ => new()));
    }

    /// <summary>Ends the browser and the product. It fails when the product logged a warning or an error while it served the journeys.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            var logged = _host.Log.Entries.ToList();
            await _host.DisposeAsync();
            Assert.True(_host.Log.Entries.Count == 0, "The product logged while it served: " + string.Join('\n', logged) + "\nand while it stopped: " + string.Join('\n', _host.Log.Entries.Skip(logged.Count)));
        }
    }
}
