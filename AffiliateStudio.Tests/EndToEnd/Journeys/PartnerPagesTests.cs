using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>The pages that partners and platforms fill, in each of their states and in both themes: axe finds nothing and nothing scrolls sideways.</summary>
[Collection(SharedStudio.Name)]
public sealed class PartnerPagesTests(Studio studio)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TravelSearch_WithStaysActivitiesAndPlacesToChoose_HasNoViolation(bool dark)
    {
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Dark: dark));
        await creator.SignInAsync("creator@studio.test");
        var arrival = DateOnly.FromDateTime(studio.Host.Clock.UtcNow()).AddDays(20);
        var dates = FormattableString.Invariant($"&in={arrival:yyyy-MM-dd}&out={arrival.AddDays(2):yyyy-MM-dd}");

        await creator.OpenAsync("/discover?travel=stays&place=Lisbon" + dates);
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "a night" }).First).ToBeVisibleAsync();
        await creator.OpenAsync("/discover?travel=stays&place=Portland" + dates);
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.List, new() { Name = "Places" })).ToBeVisibleAsync();

        await creator.CheckAsync(
            [
                "/discover?travel=stays&place=Lisbon" + dates, "/discover?travel=activities&place=Lisbon" + dates, "/discover?travel=stays&place=Portland" + dates,
                "/discover?travel=stays&place=Lisbon&in=2020-01-01&out=2020-01-02", "/discover?q=hotel%20in%20Porto", "/discover?q=https%3A%2F%2Fwww.walmart.com%2Fip%2FSome-Lamp%2F987123456",
            ],
            dark);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TikTok_FromTheConsentToTheCommentsThere_HasNoViolation(bool dark)
    {
        await using var host = new StudioHost();
        await using var creator = await studio.NewVisitorAsync(new VisitorOptions(Dark: dark, Address: host.Address));
        await creator.SignInAsync("creator@studio.test");
        await creator.CheckAsync(["/videos"], dark);
        await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Connect TikTok", Exact = true }).ClickAsync();
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" })).ToBeVisibleAsync();
        Assert.Empty(await creator.LookAsync("TikTok's consent", dark));
        await creator.ConnectTikTokAsync();
        var dialog = await creator.OpenPinDialogAsync("Walmart", "coffee maker");
        await dialog.PublishAsync("Camp coffee at minus two", "The one from the tent.");
        var link = await dialog.LiveLinkAsync();
        await Assertions.Expect(dialog.GetByText("Pinned on TikTok", new() { Exact = true })).ToBeVisibleAsync();
        await creator.OpenAsync("/videos");
        var own = await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Camp coffee at minus two" }).First.GetAttributeAsync("href");
        await creator.OpenAsync("/sandbox/tiktok/@mila.makes");
        var there = await creator.Page.GetByRole(AriaRole.Link, new() { Name = "Camp coffee" }).GetAttributeAsync("href");

        await creator.CheckAsync(["/videos", own!, link.Watch, "/sandbox/tiktok", "/sandbox/tiktok/@mila.makes", there!], dark);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connectors_PausedAffectedLiveAndOpened_HaveNoViolation(bool dark)
    {
        await using var host = new StudioHost();
        var connections = host.Services.GetRequiredService<ConnectionDirectory>();
        await connections.SetPausedAsync(PartnerKey.Rakuten, isPaused: true, Cancel);

        // Without an account at impact.com it says what is missing and asks nobody.
        await connections.SaveSettingsAsync(PartnerKey.Target, ConnectionKind.Live, new Dictionary<string, string> { ["adId"] = "4455667" }, Cancel);
        host.Services.GetRequiredService<SandboxFaults>()[SandboxApi.Amazon] = SandboxFault.Html;
        await using var admin = await studio.NewVisitorAsync(new VisitorOptions(Dark: dark, Address: host.Address));
        await admin.SignInAsync("admin@studio.test");
        await admin.OpenAsync("/admin/connectors");
        await AnswerAsync(admin, "Amazon", "Test connection");
        await AnswerAsync(admin, "Target", "Test connection");
        await AnswerAsync(admin, "Expedia", "Test connection");
        await Card(admin, "Walmart").GetByRole(AriaRole.Button, new() { Name = "Enter live credentials" }).ClickAsync();
        await Assertions.Expect(Card(admin, "Walmart").GetByRole(AriaRole.Button, new() { Name = "Save as live" })).ToBeVisibleAsync();
        await Card(admin, "Walmart").GetByText("Postbacks: none").ClickAsync();
        await Card(admin, "Walmart").GetByRole(AriaRole.Button, new() { Name = "Make a hook address" }).ClickAsync();
        await Assertions.Expect(Card(admin, "Walmart").GetByText("/hooks/walmart/")).ToBeVisibleAsync();
        await admin.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.Empty(await admin.LookAsync("/admin/connectors with everything opened", dark));
    }

    private static async Task AnswerAsync(Visitor admin, string partner, string button)
    {
        await Card(admin, partner).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(Card(admin, partner).Locator(".notice[role=status]").Last).ToBeVisibleAsync();
    }

    private static ILocator Card(Visitor admin, string partner) => admin.Page.GetByRole(AriaRole.Region, new() { Name = partner, Exact = true });
}
