using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>From signing in at TikTok to a comment that viewers find pinned there.</summary>
[Collection(SharedStudio.Name)]
public sealed class TikTokTests(Studio studio)
{
    [Fact]
    public async Task Creator_ConnectsTikTokImportsAndPins_AndAViewerAtTikTokFindsTheShop()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.ConnectTikTokAsync();

        var dialog = await creator.OpenPinDialogAsync("Walmart", "coffee maker");
        await dialog.PublishAsync("Camp coffee at minus two", "The one from the tent.");
        var link = await dialog.LiveLinkAsync();
        await Assertions.Expect(dialog.GetByText("Posted to TikTok", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(dialog.GetByText("Pinned on TikTok", new() { Exact = true })).ToBeVisibleAsync();

        await using var viewer = await studio.NewVisitorAsync(new VisitorOptions(Width: 360, Height: 740));
        await viewer.Page.GotoAsync("/sandbox/tiktok/@mila.makes");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Camp coffee" }).ClickAsync();
        var first = viewer.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("comments?$") }).GetByRole(AriaRole.Listitem).First;
        await Assertions.Expect(first).ToContainTextAsync("Pinned");
        await Assertions.Expect(first).ToContainTextAsync("Ad · I earn a commission if you buy through this link.");
        var shop = await viewer.Context.RunAndWaitForPageAsync(() => first.GetByRole(AriaRole.Link, new() { Name = link.Go }).ClickAsync());
        await Assertions.Expect(shop.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true })).ToBeVisibleAsync();

        await viewer.Page.GotoAsync(link.Watch);
        await Assertions.Expect(viewer.Page.FrameLocator("iframe").GetByText("@mila.makes")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" })).ToContainTextAsync("The one from the tent.");
    }
}
