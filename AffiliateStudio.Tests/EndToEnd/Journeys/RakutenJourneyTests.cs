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

        var number = await studio.BuyAsViewerAsync(link.Watch, "fernway.example", "Fernway Outdoors");

        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        await admin.ReadPartnerAsync("Rakuten");
        await ExpectRowsAsync(creator, ["pending"]);

        await admin.AdvanceAsync("Advance a week");
        await admin.ReadPartnerAsync("Rakuten");
        await ExpectRowsAsync(creator, ["approved"]);
        await Assertions.Expect(creator.Page.Locator("[data-sum]").First).ToContainTextAsync(SomeMoney());

        await admin.ReturnOrderAsync(number);
        await admin.ReadPartnerAsync("Rakuten");
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

    [GeneratedRegex("\\$(?!0\\.00)\\d")]
    private static partial Regex SomeMoney();

    [GeneratedRegex("[-−]\\$[0-9]")]
    private static partial Regex TakenBack();
}
