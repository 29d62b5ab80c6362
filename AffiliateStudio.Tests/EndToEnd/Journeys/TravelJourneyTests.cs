using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>Travel from the search for an ambiguous place to the approved commission: booked, stayed, approved.</summary>
[Collection(SharedStudio.Name)]
public sealed partial class TravelJourneyTests(Studio studio)
{
    private const string Caption = "A weekend in Maine";

    [Fact]
    public async Task Creator_PinsAStay_AViewerBooksIt_AndItIsApprovedAfterTheStay()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync(Caption);
        var title = await SearchAsync(creator.Page);
        var card = creator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = title }).First;
        await card.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await dialog.PublishAsync(Caption, "The house from the second clip.");
        var link = await dialog.LiveLinkAsync();

        await BookAsync(link.Watch, title);
        await ReportAsync();
        await SeeSentenceAsync(creator, "pending", "Expedia approves it after the guests have left");

        await ReportAsync("Advance a month");
        await SeeSentenceAsync(creator, "approved", "The stay is over; Expedia has approved it");
    }

    // The world's own clock may be ahead of this machine's; the form's earliest day is the world's today.
    private async Task<string> SearchAsync(IPage page)
    {
        await page.GotoAsync("/discover");
        await page.GetByRole(AriaRole.Link, new() { Name = "Travel", Exact = true }).ClickAsync();
        var arrival = page.GetByLabel("Check-in");
        var today = DateOnly.ParseExact((await arrival.GetAttributeAsync("min"))!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync("Portland");
        await arrival.FillAsync(Day(today.AddDays(20)));
        await page.GetByLabel("Check-out").FillAsync(Day(today.AddDays(22)));
        await page.GetByRole(AriaRole.Search, new() { Name = "Travel" }).GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Places" }).GetByRole(AriaRole.Link, new() { NameRegex = Maine() }).ClickAsync();
        var bookable = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "a night" }).First;
        await Assertions.Expect(bookable).ToContainTextAsync("2 nights, 2 guests");
        await Assertions.Expect(bookable).ToContainTextAsync("pays after the stay");
        return (await bookable.GetByRole(AriaRole.Heading).InnerTextAsync()).Trim();
    }

    private async Task BookAsync(string watchPath, string title)
    {
        await using var viewer = await studio.NewVisitorAsync(new VisitorOptions(Width: 360, Height: 740));
        await viewer.Page.GotoAsync(watchPath);
        var pins = viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" });
        await Assertions.Expect(pins).ToContainTextAsync("2 nights, 2 guests");
        var shop = await viewer.Context.RunAndWaitForPageAsync(() => pins.GetByRole(AriaRole.Link, new() { Name = "View at Expedia" }).First.ClickAsync());
        await Assertions.Expect(shop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await shop.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true }).ClickAsync();
        await Assertions.Expect(shop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Thank you");
    }

    private async Task ReportAsync(string? advance = null)
    {
        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        if (advance is not null)
        {
            await admin.AdvanceAsync(advance);
        }

        await admin.ReadPartnerAsync("Expedia");
    }

    private static async Task SeeSentenceAsync(Visitor creator, string state, string sentence)
    {
        // The ledger is not a page that moves by itself, and the report may still be on its way.
        var row = creator.Page.GetByText(sentence).Locator("visible=true").First;
        for (var visit = 0; visit < 30; visit++)
        {
            await creator.OpenAsync($"/earnings/ledger?state={state}&partner=expedia&range=90");
            await Assertions.Expect(row.Or(creator.Page.GetByRole(AriaRole.Heading, new() { Name = "No rows here" })).First).ToBeVisibleAsync();
            if (await row.IsVisibleAsync())
            {
                return;
            }
        }

        await Assertions.Expect(row).ToBeVisibleAsync();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("Maine")]
    private static partial Regex Maine();
}
