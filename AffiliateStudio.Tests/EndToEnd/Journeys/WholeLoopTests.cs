using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>The product's reason to be, in one go: search, pin, watch, go, convert, earn.</summary>
[Collection(SharedStudio.Name)]
public sealed partial class WholeLoopTests(Studio studio)
{
    [Theory]
    [InlineData("Walmart", "desk lamp")]
    [InlineData("Amazon", "water bottle")]
    public async Task Creator_PinsAnOfferAndAViewerBuys_SeesTheCommissionMoveOnTheOpenPage(string partner, string words)
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        var caption = $"The whole loop through {partner}";
        await creator.UploadAsync(caption);
        var dialog = await creator.OpenPinDialogAsync(partner, words);
        await dialog.PublishAsync(caption, "This is the one from the video.");
        var link = await dialog.LiveLinkAsync();
        Assert.Matches("/go/[2-9a-z]{8}$", link.Go);

        await using var earnings = await studio.NewVisitorAsync();
        await earnings.SignInAsync("creator@studio.test");
        await earnings.OpenAsync("/earnings?range=90");
        var before = await earnings.Page.Locator("main").InnerTextAsync();

        await studio.BuyAsViewerAsync(link.Watch, partner);
        await LetPartnersReportAsync();

        var earned = earnings.Page.GetByRole(AriaRole.Link, new() { NameRegex = EarnedFigure() });
        await Assertions.Expect(earned).ToContainTextAsync(SomeMoney(), new() { Timeout = 60_000 });
        await Assertions.Expect(earnings.Page.Locator("main")).Not.ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Creator_TapsTheirOwnLink_LandsAtTheShopWithoutBeingCounted()
    {
        await using var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        await creator.UploadAsync("Tapped by its owner");
        var dialog = await creator.OpenPinDialogAsync("Walmart", "lantern");
        await dialog.PublishAsync("Tapped by its owner", "For the tent.");
        var link = await dialog.LiveLinkAsync();

        await creator.Page.GotoAsync(link.Go);
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Button, new() { Name = "Buy", Exact = true })).ToBeVisibleAsync();
        await creator.OpenAsync("/videos");

        var card = creator.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Tapped by its owner" });
        await Assertions.Expect(card).ToContainTextAsync("0 clicks");
    }

    private async Task LetPartnersReportAsync()
    {
        await using var admin = await studio.NewVisitorAsync();
        await admin.SignInAsync("admin@studio.test");
        await admin.AdvanceAsync("Advance a week");
        await admin.ReadPartnerAsync("Amazon");
        await admin.ReadPartnerAsync("Walmart");
    }

    [GeneratedRegex("\\$(?!0\\.00)\\d")]
    private static partial Regex SomeMoney();

    [GeneratedRegex("^Earned[\\s\\S]*open its rows")]
    private static partial Regex EarnedFigure();
}
