using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>What admins do in many journeys.</summary>
internal static class AdminSteps
{
    /// <summary>Lets the sandbox's time go on; the button says how far.</summary>
    public static async Task AdvanceAsync(this Visitor admin, string button)
    {
        await admin.OpenAsync("/admin/sandbox");
        var ahead = admin.Page.Locator(".figure", new() { HasText = "Sandbox time" }).Locator(".figure-change");
        var before = await ahead.InnerTextAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(ahead).Not.ToHaveTextAsync(before);
    }

    /// <summary>Has a partner's reports read, and waits until they were read to the end.</summary>
    public static async Task ReadPartnerAsync(this Visitor admin, string partner)
    {
        await admin.OpenAsync("/admin/conversions");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Read {partner} now" }).ClickAsync(new() { Timeout = 60_000 });
        var told = new Regex($"{partner}: [0-9]+ new, [0-9]+ changed", RegexOptions.IgnoreCase);
        await Assertions.Expect(admin.Page.GetByText(told).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Has an order taken back at its shop.</summary>
    public static async Task ReturnOrderAsync(this Visitor admin, string number)
    {
        await admin.OpenAsync("/admin/sandbox");
        var button = admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Return order {number}" });
        await button.ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Return order", Exact = true }).ClickAsync();
        await Assertions.Expect(button).ToBeHiddenAsync();
    }
}
