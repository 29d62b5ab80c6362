using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

[Collection(SharedStudio.Name)]
public sealed partial class SearchTests(Studio studio)
{
    [Fact]
    public async Task Typing_WithoutEnter_SearchesBothPartnersAndKeepsTheWordsInTheAddress()
    {
        await using var creator = await SignedInAsync();
        await creator.OpenAsync("/discover");

        await creator.Page.GetByLabel("Search products").PressSequentiallyAsync("headphones");

        await creator.Page.WaitForURLAsync(Words());
        await Assertions.Expect(Cards(creator).Filter(new() { HasText = "Amazon" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Cards(creator).Filter(new() { HasText = "Walmart" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Cards(creator).First).ToContainTextAsync("You earn");
    }

    [Fact]
    public async Task Slash_OnTheSearchPage_GoesToItsBox()
    {
        await using var creator = await SignedInAsync();
        await creator.OpenAsync("/discover");

        // A page that has just become interactive puts the focus on its heading.
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await creator.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(creator.Page.GetByLabel("Search products")).ToBeFocusedAsync();
        await creator.Page.Keyboard.TypeAsync("kettle");

        await Assertions.Expect(creator.Page.GetByLabel("Search products")).ToHaveValueAsync("kettle");
        await creator.Page.WaitForURLAsync("**/discover?q=kettle");
        await Assertions.Expect(Cards(creator).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EmptySearch_Opened_ShowsIdeas()
    {
        await using var creator = await SignedInAsync();

        await creator.OpenAsync("/discover?q=");

        await Assertions.Expect(creator.Page.Locator("main").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await Assertions.Expect(Cards(creator)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task EndlessWords_InTheAddress_AreAnsweredWithWhatToDo()
    {
        await using var creator = await SignedInAsync();

        await creator.OpenAsync("/discover?q=" + new string('x', 10_000));

        await Assertions.Expect(creator.Page.GetByText("200 characters").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NothingFound_ForTheWords_OffersAWayOn()
    {
        await using var creator = await SignedInAsync();

        await creator.OpenAsync("/discover?q=zzqxjv");

        await Assertions.Expect(creator.Page.GetByText("Nothing found for").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PastedAddress_WithSomebodyElsesTag_IsRecognisedAndOffered()
    {
        await using var creator = await SignedInAsync();
        await creator.OpenAsync("/discover");

        await creator.Page.GetByLabel("Search products").FillAsync("https://www.amazon.com/Some-Lamp/dp/B0TEST0001/ref=sr_1_3?tag=someoneelse-20&th=1");
        await creator.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(creator.Page.Locator("main")).ToContainTextAsync("Amazon");
        await Assertions.Expect(creator.Page.GetByLabel("Title").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Back_FromAnOffer_ReturnsToThePlaceThatWasLeft()
    {
        await using var creator = await SignedInAsync();
        await creator.OpenAsync("/discover?q=lamp");
        await creator.Page.GetByRole(AriaRole.Button, new() { Name = "Load more" }).ClickAsync();
        await creator.Page.WaitForURLAsync("**/discover?*page=2*");
        var card = Cards(creator).Nth(40).GetByRole(AriaRole.Link).First;
        await card.HoverAsync();
        var left = await creator.Page.EvaluateAsync<int>("() => Math.round(scrollY)");

        await card.ClickAsync();
        await Assertions.Expect(creator.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Discover");
        await creator.Page.GoBackAsync();

        Assert.True(left > 1_000);
        await creator.Page.WaitForFunctionAsync("left => Math.abs(scrollY - left) < 60", left);
    }

    private static ILocator Cards(Visitor creator) => creator.Page.GetByRole(AriaRole.Article);

    private async Task<Visitor> SignedInAsync()
    {
        var creator = await studio.NewVisitorAsync();
        await creator.SignInAsync("creator@studio.test");
        return creator;
    }

    [GeneratedRegex("/discover\\?.*q=headphones")]
    private static partial Regex Words();
}
