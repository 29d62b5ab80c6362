using System.Text.RegularExpressions;
using AffiliateStudio.Tests.Architecture;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd;

/// <summary>What creators do in many journeys.</summary>
internal static partial class CreatorSteps
{
    /// <summary>A clip of the demo.</summary>
    public static string Clip => Path.Combine(SourceTree.Root, "AffiliateStudio", "Demo", "Clips", "plant.mp4");

    /// <summary>Opens the dialog that adds a video and fills it in.</summary>
    public static async Task<ILocator> FillVideoDialogAsync(this Visitor creator, string file, string caption)
    {
        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Add video" }).First.ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("input[type=file]").SetInputFilesAsync(file);
        await dialog.GetByLabel("Caption").FillAsync(caption);
        return dialog;
    }

    /// <summary>Adds a video through the page and waits until it stands in the grid.</summary>
    public static async Task UploadAsync(this Visitor creator, string caption)
    {
        var dialog = await creator.FillVideoDialogAsync(Clip, caption);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add video" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await creator.OpenAsync("/videos");
        await Assertions.Expect(creator.Page.GetByText(caption).First).ToBeVisibleAsync();
    }

    /// <summary>Searches and opens the pin dialog of the first result of a partner.</summary>
    public static async Task<ILocator> OpenPinDialogAsync(this Visitor creator, string partner, string words)
    {
        var page = creator.Page;
        await creator.OpenAsync("/discover");
        await page.GetByLabel("Search products").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        var card = page.GetByRole(AriaRole.Article).Filter(new() { HasText = partner }).First;
        await card.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog);
    }

    /// <summary>Searches and gives the path of the first result of a partner.</summary>
    public static async Task<string> FindOfferAsync(this Visitor creator, string partner, string words)
    {
        await creator.OpenAsync("/discover?q=" + Uri.EscapeDataString(words));
        var card = creator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = partner }).First;
        return (await card.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!;
    }

    /// <summary>Opens an offer's page and its pin dialog.</summary>
    public static async Task<ILocator> OpenPinDialogAsync(this Visitor creator, string offerPath)
    {
        await creator.OpenAsync(offerPath);
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).First.ClickAsync();
        return creator.Page.GetByRole(AriaRole.Dialog);
    }

    /// <summary>Fills the pin dialog in and publishes.</summary>
    public static async Task PublishAsync(this ILocator dialog, string caption, string text)
    {
        var video = dialog.GetByLabel("Video", new() { Exact = true });
        var option = video.Locator("option").Filter(new() { HasText = caption }).First;
        await video.SelectOptionAsync(new SelectOptionValue { Value = await option.GetAttributeAsync("value") });
        await dialog.GetByLabel("Comment text").FillAsync(text);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish pin" }).ClickAsync();
    }

    /// <summary>Waits until the pin is live; gives its short link and the path of the watch page.</summary>
    public static async Task<(string Go, string Watch)> LiveLinkAsync(this ILocator dialog)
    {
        await Assertions.Expect(dialog.GetByText("It is live")).ToBeVisibleAsync();
        var watch = await dialog.GetByRole(AriaRole.Link, new() { Name = "See it as a viewer" }).GetAttributeAsync("href");
        return (GoLink().Match(await dialog.InnerTextAsync()).Value, watch!);
    }

    /// <summary>Signs in at TikTok, allows comments there, and brings the videos over.</summary>
    public static async Task ConnectTikTokAsync(this Visitor creator)
    {
        await creator.OpenAsync("/videos");
        await AllowAsync(creator.Page, "Connect TikTok");
        await Assertions.Expect(creator.Page.GetByText("TikTok is connected.")).ToBeVisibleAsync();
        await AllowAsync(creator.Page, "Allow comments");
        await Assertions.Expect(creator.Page.GetByText("Comments are allowed.")).ToBeVisibleAsync();
        await creator.OpenAsync("/videos");
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Import videos" }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByText("6 videos imported.")).ToBeVisibleAsync();
    }

    private static async Task AllowAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Affiliate Studio wants to use your account" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    [GeneratedRegex("https?://[^\\s]+/go/[2-9a-z]{8}")]
    private static partial Regex GoLink();
}
