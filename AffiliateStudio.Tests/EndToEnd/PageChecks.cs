using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>What every page has to stand: axe finds nothing on it, and nothing scrolls sideways on a phone.</summary>
internal static class PageChecks
{
    /// <summary>Opens pages one after the other, looks at each and fails with all findings.</summary>
    public static async Task CheckAsync(this Visitor visitor, IReadOnlyList<string> paths, bool dark)
    {
        var findings = new List<string>();
        foreach (var path in paths)
        {
            await visitor.Page.SetViewportSizeAsync(1280, 900);
            await visitor.OpenAsync(path);
            findings.AddRange(await visitor.LookAsync(path, dark));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>Looks at the page in front as it stands; gives what is wrong.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(this Visitor visitor, string name, bool dark)
    {
        var findings = new List<string>();
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.Page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
        foreach (var width in new[] { 1280, 360 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            if (!await FitsAsync(visitor.Page))
            {
                findings.Add($"{name} at {width}: scrolls sideways");
            }

            // The wide layout is looked at in light, the phone's in dark: each rule of either theme is met once, at half the time.
            if (dark == (width == 360))
            {
                var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                findings.AddRange(result.Violations.Select(violation =>
                    $"{name} at {width}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            }
        }

        return findings;
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
