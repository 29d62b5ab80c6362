using System.Text.RegularExpressions;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.SyncMerchants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>A sale at a shop inside Rakuten's network, from the search to the return that takes the commission back.</summary>
[Collection(SharedStudio.Name)]
public sealed partial class RakutenJourneyTests(Studio studio)
{
    [Fact]
    public async Task Creator_PinsAMerchantsOffer_AndSeesSignalCommissionAndReturn()
    {
        Assert.Null(await studio.Host.Services.GetRequiredService<SyncMerchants>().RunAsync(PartnerKey.Rakuten, TestContext.Current.CancellationToken));
        const string Caption = "The tent from the rainy night";
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync(Caption);
        await creator.OpenAsync("/discover?q=tent&partner=rakuten&merchant=54321");
        var card = creator.Page.GetByRole(AriaRole.Article).First;
        await Assertions.Expect(card).ToContainTextAsync("sold by Fernway Outdoors");
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Radio, new() { Name = "Fernway Outdoors" })).ToBeCheckedAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await dialog.PublishAsync(Caption, "Four people, ten minutes, no swearing.");
        var link = await dialog.LiveLinkAsync();

        var number = await BuyAsViewerAsync(link.Watch);

        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        await ReadRakutenAsync(admin);
        await ExpectRowsAsync(creator, ["pending"]);

        await AdvanceAsync(admin);
        await ReadRakutenAsync(admin);
        await ExpectRowsAsync(creator, ["approved"]);
        await Assertions.Expect(creator.Page.Locator("[data-sum]").First).ToContainTextAsync(SomeMoney());

        await admin.OpenAsync("/admin/sandbox");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Return order {number}" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Return order", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Return order {number}" })).ToBeHiddenAsync();
        await ReadRakutenAsync(admin);
        await ExpectRowsAsync(creator, ["approved", "approved"]);
        await Assertions.Expect(creator.Page.Locator("tbody").First).ToContainTextAsync(TakenBack());
        await Assertions.Expect(creator.Page.Locator("[data-sum]").First).ToHaveTextAsync("$0.00");
    }

    // The last week of this world, in which nobody else sells through the network.
    private static async Task ExpectRowsAsync(Visitor creator, string[] states)
    {
        await creator.OpenAsync("/earnings/ledger?partner=rakuten");
        var rows = creator.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(states.Length);
        for (var i = 0; i < states.Length; i++)
        {
            await Assertions.Expect(rows.Nth(i)).ToContainTextAsync(states[i]);
        }
    }

    private async Task<string> BuyAsViewerAsync(string watchPath)
    {
        await using var viewer = await studio.NewVisitorAsync(new VisitorOptions(Width: 360, Height: 740));
        await viewer.Page.GotoAsync(watchPath);
        var pins = viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Pinned products" });
        var shop = await viewer.Context.RunAndWaitForPageAsync(() => pins.GetByRole(AriaRole.Link, new() { Name = "View at fernway.example" }).First.ClickAsync());
        await Assertions.Expect(shop.GetByRole(AriaRole.Banner)).ToContainTextAsync("Fernway Outdoors");
        await shop.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true }).ClickAsync();
        await Assertions.Expect(shop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Thank you");
        return OrderNumber().Match(await shop.Locator("main").InnerTextAsync()).Value;
    }

    private static async Task AdvanceAsync(Visitor admin)
    {
        await admin.OpenAsync("/admin/sandbox");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Advance a week" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("ahead").First).ToBeVisibleAsync();
    }

    private static async Task ReadRakutenAsync(Visitor admin)
    {
        await admin.OpenAsync("/admin/conversions");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Read Rakuten now" }).ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(admin.Page.GetByText(ReadToTheEnd()).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [GeneratedRegex("rakuten: [0-9]+ new, [0-9]+ changed")]
    private static partial Regex ReadToTheEnd();

    [GeneratedRegex("ORD-[0-9]{5}-[0-9]{6}")]
    private static partial Regex OrderNumber();

    [GeneratedRegex("\\$(?!0\\.00)\\d")]
    private static partial Regex SomeMoney();

    [GeneratedRegex("[-−]\\$[0-9]")]
    private static partial Regex TakenBack();
}
