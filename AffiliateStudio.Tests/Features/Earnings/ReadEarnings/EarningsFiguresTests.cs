using System.Globalization;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Earnings.ReadEarnings;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Earnings.ReadEarnings;

public sealed class EarningsFiguresTests : BunitContext
{
    private static readonly DateTime Noon = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    public EarningsFiguresTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<ViewerTime>();
    }

    [Fact]
    public void Epc_OfBothPeriods_IsComparedBeforeItIsRounded()
    {
        // 6.4 cents a click after 5.5: both are shown as 6 cents.
        var page = Figures(Numbers(640, 100), Numbers(550, 100));

        Assert.Contains("+16 %, was $0.06 before", TextOf(page, "EPC"), StringComparison.Ordinal);
    }

    [Fact]
    public void NoClicks_LeavesOutWhatCannotBeComputed()
    {
        var text = TextOf(Figures(Numbers(203, 0), Numbers(600, 100)), "EPC");

        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("÷", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Returns_AreNamedBesideTheOrders()
    {
        Assert.Contains("and 4 returns", TextOf(Figures(Numbers(640, 100) with { Returns = 4 }, Numbers(0, 0)), "Orders"), StringComparison.Ordinal);
        Assert.Equal("108 orders and 4 returns", Counted.OrdersAndReturns(108, 4));
        Assert.Equal("1 order", Counted.OrdersAndReturns(1, 0));
        Assert.Equal("1 return", Counted.OrdersAndReturns(0, 1));
    }

    [Fact]
    public void FailingPartner_SaysFromWhenItsNumbersAre()
    {
        var page = Render<EarningsFreshness>(with => with.Add(
            component => component.Partners,
            [new PartnerFreshness("Amazon", Noon.AddMinutes(-5), null), new PartnerFreshness("Walmart", Noon.AddHours(-3), Noon)]));

        Assert.Equal(
            ["Amazon data: 5 min ago", "Walmart data: from 15 Jan 2026, 09:00 UTC. Every try since then failed, the last one on 15 Jan 2026, 12:00 UTC."],
            page.FindAll("li span").Select(line => line.TextContent));
    }

    private static EarningsNumbers Numbers(long earned, long clicks) => new(new Money(earned, Currency.Usd), new Money(0, Currency.Usd), 3, clicks);

    private static string TextOf(IRenderedComponent<EarningsFigures> page, string label) =>
        page.FindAll(".figure").Single(figure => figure.QuerySelector(".figure-label")!.TextContent.StartsWith(label, StringComparison.Ordinal)).TextContent;

    private IRenderedComponent<EarningsFigures> Figures(EarningsNumbers now, EarningsNumbers before) => Render<EarningsFigures>(with => with.Add(
        component => component.View,
        new EarningsView
        {
            Creator = null,
            PinIds = new HashSet<PinId>(),
            Period = new EarningsPeriod(new DateOnly(2026, 1, 9), new DateOnly(2026, 1, 15)),
            Currency = Currency.Usd,
            Currencies = [Currency.Usd],
            Now = now,
            Before = before,
            States = [],
            Days = [],
            EarnedBefore = [],
            Videos = [],
            Pins = [],
            Partners = [],
            Freshness = [],
            News = [],
        }));
}
