using System.Globalization;
using System.Text.RegularExpressions;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Target;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>Sales at the two shops whose money impact.com reports: what becomes of an action, from the search to its last state.</summary>
[Collection(SharedStudio.Name)]
public sealed partial class ImpactJourneyTests(Studio studio)
{
    [Fact]
    public async Task TargetOrder_SentBack_IsReversedAndItsMoneyIsGone_WhileTheOtherIsApproved()
    {
        const string Caption = "Two of them, one too many";
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        var watch = await PinAsync(creator, "Target", "throw pillow", Caption);
        await studio.BuyAsViewerAsync(watch, "Target");
        var sentBack = await studio.BuyAsViewerAsync(watch, "Target");

        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        await admin.ReadPartnerAsync("Target");
        var both = await SumAsync(creator, ["pending", "pending"], "Pending until");
        Assert.True(both > 0);

        await admin.ReturnOrderAsync(sentBack);
        await admin.ReadPartnerAsync("Target");
        Assert.Equal(both / 2, await SumAsync(creator, ["pending", "reversed"], "Reversed"));

        await admin.AdvanceAsync("Advance a month");
        await admin.ReadPartnerAsync("Target");
        Assert.Equal(both / 2, await SumAsync(creator, ["approved", "reversed"], "Target has locked it and will pay"));
    }

    [Fact]
    public async Task WalmartOrder_ThatNoReportMentionsAgain_IsFoundApprovedByItsLockingDate()
    {
        const string Caption = "Waiting for the locking date";
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await studio.BuyAsViewerAsync(await PinAsync(creator, "Walmart", "kettle", Caption), "Walmart");

        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        await admin.ReadPartnerAsync("Walmart");
        await ExpectRowAsync(creator, Caption, "pending", "then Walmart locks it");

        await admin.AdvanceAsync("Advance a week");
        await admin.ReadPartnerAsync("Walmart");
        await ExpectRowAsync(creator, Caption, "pending", "then Walmart locks it");

        await admin.AdvanceAsync("Advance a month");
        await admin.ReadPartnerAsync("Walmart");
        await ExpectRowAsync(creator, Caption, "approved", "Walmart has locked it and will pay");
    }

    [Fact]
    public async Task TargetItem_OfTheExclusionsCatalog_SaysOnItsCardThatItPaysNothing()
    {
        var catalog = studio.Host.Services.GetRequiredService<SandboxCatalog>();
        var excluded = catalog.Products.First(product => product.SoldBy(SandboxPartner.Target) && TargetShop.IsExcluded(product));
        var title = catalog.Listing(excluded, SandboxPartner.Target).Title;
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");

        await creator.OpenAsync($"/discover?partner=target&q={Uri.EscapeDataString(title)}");

        var card = creator.Page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true });
        await Assertions.Expect(card).ToContainTextAsync("Target pays nothing for this one.");
        await Assertions.Expect(card).ToContainTextAsync("$0.00");
    }

    private static async Task<string> PinAsync(Visitor creator, string partner, string words, string caption)
    {
        await creator.UploadAsync(caption);
        await creator.OpenAsync($"/discover?partner={partner.ToLowerInvariant()}&stock=1&q={Uri.EscapeDataString(words)}");
        var card = creator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = partner, HasNotText = "pays nothing" }).First;
        await card.GetByRole(AriaRole.Button, new() { Name = "Pin to video" }).ClickAsync();
        var dialog = creator.Page.GetByRole(AriaRole.Dialog);
        await dialog.PublishAsync(caption, "You asked for it.");
        return (await dialog.LiveLinkAsync()).Watch;
    }

    // Nobody else sells through Target in this world. What is earned is what the rows that count add up to.
    private static async Task<decimal> SumAsync(Visitor creator, string[] states, string why)
    {
        await creator.OpenAsync("/earnings/ledger?partner=target&range=90");
        var chips = creator.Page.Locator("tbody tr td:nth-child(3)");
        await Assertions.Expect(chips).ToHaveCountAsync(states.Length);
        Assert.Equal(states, (await chips.AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await Assertions.Expect(creator.Page.Locator("tbody")).ToContainTextAsync(why);
        return decimal.Parse(await creator.Page.Locator("[data-sum]").First.InnerTextAsync(), NumberStyles.Currency, CultureInfo.GetCultureInfo("en-US"));
    }

    private static async Task ExpectRowAsync(Visitor creator, string caption, string state, string why)
    {
        await creator.OpenAsync("/earnings/ledger?partner=walmart&range=90");
        var row = creator.Page.Locator("tbody tr", new() { HasText = caption });
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync(state);
        await Assertions.Expect(row).ToContainTextAsync(why);
        await Assertions.Expect(row).ToContainTextAsync(SomeMoney());
    }

    [GeneratedRegex("\\$(?!0\\.00)\\d")]
    private static partial Regex SomeMoney();
}
