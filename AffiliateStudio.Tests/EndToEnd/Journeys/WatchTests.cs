using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed class WatchTests(Studio studio)
{
    [Fact]
    public async Task WatchPage_WithoutJavaScript_ShowsPinsDisclosureAndCommentsAndLeadsToTheShop()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Seen without scripts");
        var dialog = await creator.OpenPinDialogAsync("Walmart", "mug");
        await dialog.PublishAsync("Seen without scripts", "My everyday mug.");
        var link = await dialog.LiveLinkAsync();

        await using var viewer = await studio.NewVisitorAsync(new VisitorOptions(Width: 360, Height: 740, JavaScript: false));
        await viewer.Page.GotoAsync(link.Watch);

        var pins = viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" });
        await Assertions.Expect(pins).ToContainTextAsync("Ad · I earn a commission");
        await Assertions.Expect(pins).ToContainTextAsync("My everyday mug.");
        Assert.Equal(0, await viewer.Page.Locator("script[src*='blazor']").CountAsync());
        await pins.GetByRole(AriaRole.Link, new() { Name = "View at Walmart" }).First.EvaluateAsync("a => a.removeAttribute('target')");
        await pins.GetByRole(AriaRole.Link, new() { Name = "View at Walmart" }).First.ClickAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SameOffer_PinnedTwiceToOneVideo_IsRefusedWithTheWayToTheFirst()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Pinned once only");
        var offer = await creator.FindOfferAsync("Amazon", "dumbbell");
        var first = await creator.OpenPinDialogAsync(offer);
        await first.PublishAsync("Pinned once only", "Heavy.");
        await first.LiveLinkAsync();

        var second = await creator.OpenPinDialogAsync(offer);
        await second.PublishAsync("Pinned once only", "Still heavy.");

        await Assertions.Expect(second.GetByRole(AriaRole.Link, new() { Name = "Show it" })).ToBeVisibleAsync();
    }
}
