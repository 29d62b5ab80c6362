using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>What viewers do in many journeys.</summary>
internal static partial class ViewerSteps
{
    /// <summary>Somebody with a phone follows the first pin of a watch page to a shop and buys there; gives the order's number.</summary>
    /// <param name="studio">The product.</param>
    /// <param name="watchPath">The watch page.</param>
    /// <param name="shopName">What the pin calls the shop.</param>
    /// <param name="banner">What the shop calls itself, where that is something else.</param>
    public static async Task<string> BuyAsViewerAsync(this Studio studio, string watchPath, string shopName, string? banner = null)
    {
        await using var viewer = await studio.NewVisitorAsync(new VisitorOptions(Width: 360, Height: 740));
        await viewer.Page.GotoAsync(watchPath);
        var pins = viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" });
        await Assertions.Expect(pins).ToContainTextAsync("commission");
        var shop = await viewer.Context.RunAndWaitForPageAsync(() => pins.GetByRole(AriaRole.Link, new() { Name = $"View at {shopName}" }).First.ClickAsync());
        await Assertions.Expect(shop.GetByRole(AriaRole.Banner)).ToContainTextAsync(banner ?? shopName);
        await shop.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true }).ClickAsync();
        await Assertions.Expect(shop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Thank you");
        return OrderNumber().Match(await shop.Locator("main").InnerTextAsync()).Groups["number"].Value;
    }

    [GeneratedRegex("Order number (?<number>[A-Z0-9-]+)")]
    private static partial Regex OrderNumber();
}
