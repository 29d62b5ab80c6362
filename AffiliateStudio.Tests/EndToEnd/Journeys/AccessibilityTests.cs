using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>Every page in both themes: axe finds nothing, nothing scrolls sideways on a phone, nothing is written to the console.</summary>
[Collection(SharedStudio.Name)]
public sealed class AccessibilityTests(Studio studio)
{
    private static readonly string[] VisitorPages =
        ["/", "/Account/Login", "/Account/Register", "/Account/ForgotPassword", "/@demo", "/not-there", "/go/unknown1"];

    private static readonly string[] CreatorPages =
        ["/", "/discover", "/discover?q=lamp", "/discover?travel=stays", "/videos", "/earnings", "/earnings/ledger", "/earnings/import", "/settings/tags", "/Account/Manage", "/admin/conversions"];

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

        await visitor.CheckAsync(paths, dark);
    }
}
