using System.Globalization;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Features.Earnings.ReadEarningHistory;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Earnings.ListEarningRows;

public sealed class EarningHistoryListTests : BunitContext
{
    public EarningHistoryListTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<ViewerTime>();
    }

    [Fact]
    public void Items_Shown_SayWhatWasBoughtForHowMuch_AndWhyItWasTakenBack()
    {
        var list = Show(
            new EarningItem("Arc Desk Lamp", 2, Dollars(5_000), Dollars(250), string.Empty, null),
            new EarningItem("Arc Desk Lamp", -1, Dollars(-2_500), null, "returned", new DateTime(2026, 1, 12, 8, 0, 0, DateTimeKind.Utc)));

        Assert.Equal("What was bought", list.Find(".bought h3").TextContent);
        var lines = list.FindAll(".bought p").Select(line => string.Join(" | ", line.Children.Select(part => part.TextContent.Trim()))).ToList();
        Assert.Equal("Arc Desk Lamp | 2 pieces | $50.00 | commission $2.50", lines[0]);
        Assert.StartsWith("Arc Desk Lamp | -1 piece | -$25.00 | returned | ", lines[1], StringComparison.Ordinal);
        Assert.Equal("2026-01-12T08:00:00Z", list.Find(".bought time").GetAttribute("datetime"));
    }

    [Fact]
    public void NoItems_ShowNoEmptyHeading() => Assert.Empty(Show().FindAll(".bought"));

    [Theory]
    [InlineData("ITEM_RETURNED", "returned")]
    [InlineData(" item_out_of_stock ", "out of stock")]
    [InlineData("SOMETHING_NEW", "SOMETHING_NEW")]
    [InlineData("", "")]
    public void Reason_OfThePartner_IsSaidInWordsOrAsItCame(string reason, string words) => Assert.Equal(words, AdjustmentWords.Of(reason));

    private IRenderedComponent<EarningHistoryList> Show(params EarningItem[] items) =>
        Render<EarningHistoryList>(parameters => parameters.Add(list => list.History, new EarningHistory([], [], items)));

    private static Money Dollars(long cents) => new(cents, Currency.Usd);
}
