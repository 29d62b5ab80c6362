using AffiliateStudio.Tests.Support;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>What pins a video may have, and what becomes of one after it is published.</summary>
[Collection(SharedStudio.Name)]
public sealed class PinTests(Studio studio)
{
    [Fact]
    public async Task PinLimit_Reached_SaysWhatToDoAndKeepsTheText()
    {
        await using var host = new StudioHost(("Pins:MaxPerVideo", "1"));
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Address: host.Address));
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Room for one");
        var first = await creator.OpenPinDialogAsync("Walmart", "tripod");
        await first.PublishAsync("Room for one", "Steady.");
        await first.LiveLinkAsync();

        var second = await creator.OpenPinDialogAsync("Amazon", "backpack");
        await second.PublishAsync("Room for one", "Carries it all.");

        await Assertions.Expect(second).ToContainTextAsync("A video may have 1 pin. Retire one on the video's page, or choose another video.");
        await Assertions.Expect(second.GetByLabel("Comment text")).ToHaveValueAsync("Carries it all.");
        await second.GetByRole(AriaRole.Link, new() { Name = "Show it" }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Button, new() { Name = "Pin a product" })).ToBeDisabledAsync();
        await Assertions.Expect(creator.Page.Locator("main")).ToContainTextAsync("Retire one to pin another product.");
    }

    [Fact]
    public async Task MoveArrow_ClickedTwice_MovesOnceWithoutComplaint()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Two in a row");
        foreach (var (shop, words) in new[] { ("Walmart", "blender"), ("Amazon", "scale") })
        {
            var dialog = await creator.OpenPinDialogAsync(shop, words);
            await dialog.PublishAsync("Two in a row", $"From {shop}.");
            await dialog.LiveLinkAsync();
        }

        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Two in a row" }).First.ClickAsync();
        var pins = creator.Page.Locator("ol.pins > li");
        var first = (await pins.First.GetAttributeAsync("aria-label"))!;
        await pins.First.GetByTitle("Move down").DblClickAsync();

        await Assertions.Expect(pins.Last).ToHaveAttributeAsync("aria-label", first);
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SamePin_PublishedInTwoTabs_LeadsTheSecondToTheFirst()
    {
        await using var creator = await studio.NewVisitorAsync();
        await using var otherTab = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await otherTab.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Open in two tabs");
        var offer = await creator.FindOfferAsync("Walmart", "yoga mat");
        var first = await creator.OpenPinDialogAsync(offer);
        var second = await otherTab.OpenPinDialogAsync(offer);

        await first.PublishAsync("Open in two tabs", "From the first tab.");
        await first.LiveLinkAsync();
        await second.PublishAsync("Open in two tabs", "From the second tab.");

        await second.GetByRole(AriaRole.Link, new() { Name = "Show it" }).ClickAsync();
        await Assertions.Expect(otherTab.Page.Locator("main")).ToContainTextAsync("From the first tab.");
        await Assertions.Expect(otherTab.Page.Locator("main")).Not.ToContainTextAsync("From the second tab.");
    }

    [Fact]
    public async Task PublishPin_ClickedTwice_StaysLive()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Clicked twice");
        var dialog = await creator.OpenPinDialogAsync("Walmart", "desk lamp");
        var video = dialog.GetByLabel("Video", new() { Exact = true });
        await video.SelectOptionAsync(new SelectOptionValue { Label = "Clicked twice" });
        await dialog.GetByLabel("Comment text").FillAsync("Once is enough.");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish pin" }).DblClickAsync();

        await dialog.LiveLinkAsync();
    }

    [Fact]
    public async Task Pin_EditedThenPaused_ChangesForViewersAndThenLeadsToTheStorefront()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Changed its mind");
        var dialog = await creator.OpenPinDialogAsync("Amazon", "notebook");
        await dialog.PublishAsync("Changed its mind", "First words.");
        var link = await dialog.LiveLinkAsync();
        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Changed its mind" }).First.ClickAsync();

        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Edit text" }).ClickAsync();
        await creator.Page.GetByLabel("Comment text").FillAsync("Better words.");
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Save text" }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Button, new() { Name = "Save text" })).ToBeHiddenAsync();
        await using var viewer = await studio.NewVisitorAsync();
        await viewer.Page.GotoAsync(link.Watch);
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" })).ToContainTextAsync("Better words.");

        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        await viewer.Page.GotoAsync(link.Go);
        Assert.EndsWith("/@demo", viewer.Page.Url, StringComparison.Ordinal);
    }
}
