using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>Every page in both themes: axe finds nothing, nothing scrolls sideways on a phone, nothing is written to the console.</summary>
[Collection(SharedStudio.Name)]
public sealed class AccessibilityTests(Studio studio)
{
    private static readonly string[] VisitorPages =
        ["/", "/Account/Login", "/Account/Register", "/Account/ForgotPassword", "/@demo", "/not-there", "/go/unknown1"];

    private static readonly string[] CreatorPages =
        ["/", "/discover", "/discover?q=lamp", "/videos", "/earnings", "/earnings/ledger", "/earnings/import", "/settings/tags", "/Account/Manage", "/admin/conversions"];

    private static readonly string[] AdminPages =
        ["/", "/admin/conversions", "/admin/connectors", "/admin/jobs", "/admin/sandbox", "/sandbox/outbox"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task VisitorPages_InBothThemes_HaveNoViolation(bool dark) => await CheckAsync(null, VisitorPages, dark);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CreatorPages_InBothThemes_HaveNoViolation(bool dark) => await CheckAsync("creator@studio.test", CreatorPages, dark);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AdminPages_InBothThemes_HaveNoViolation(bool dark) => await CheckAsync("admin@studio.test", AdminPages, dark);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PagesOfOneVideoAndOneOffer_InBothThemes_HaveNoViolation(bool dark)
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        var caption = dark ? "Looked at by night" : "Looked at by day";
        await creator.UploadAsync(caption);
        var video = await creator.Page.GetByRole(AriaRole.Link, new() { Name = caption }).First.GetAttributeAsync("href");
        var offer = await creator.FindOfferAsync("Walmart", "kettle");
        var dialog = await creator.OpenPinDialogAsync(offer);
        await dialog.PublishAsync(caption, "Boils in a minute.");
        var link = await dialog.LiveLinkAsync();

        await CheckAsync("creator@studio.test", [offer, video!, link.Watch, link.Go], dark);
    }

    private async Task CheckAsync(string? account, IReadOnlyList<string> paths, bool dark)
    {
        await using var visitor = await studio.NewVisitorAsync(new VisitorOptions(Dark: dark));
        visitor.ExpectConsoleError("the server responded with a status of 40");
        if (account is not null)
        {
            await visitor.SignInAsync(account);
        }

        var findings = new List<string>();
        foreach (var path in paths)
        {
            await visitor.Page.SetViewportSizeAsync(1280, 900);
            await visitor.OpenAsync(path);
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var width in new[] { 1280, 360 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                if (!await FitsAsync(visitor.Page))
                {
                    findings.Add($"{path} at {width}: scrolls sideways");
                }

                // The wide layout is looked at in light, the phone's in dark: each rule of either theme is met once, at half the time.
                if (dark == (width == 360))
                {
                    var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                    findings.AddRange(result.Violations.Select(violation =>
                        $"{path} at {width}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    // The browser lays the page out anew a moment after its window changed.
    private static async Task<bool> FitsAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= window.innerWidth", null, new() { Timeout = 5_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
