using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class RateCardBookTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [Fact]
    public void Category_WithItsOwnCard_GetsIt() => Assert.Equal(450, Rate("Home/Kitchen", June));

    [Fact]
    public void Category_WithoutItsOwnCard_GetsTheNearestAbove() => Assert.Equal(450, Rate("Home/Kitchen/Cookware", June));

    [Fact]
    public void Category_NobodyCovers_GetsTheGeneralCard() => Assert.Equal(400, Rate("Other", June));

    [Fact]
    public void LookAlikeCategory_IsNotBelow() => Assert.Equal(400, Rate("Homeware", June));

    [Fact]
    public void TwoCards_TheDayDecides()
    {
        Assert.Equal(300, Rate("Home", June.AddDays(-1)));
        Assert.Equal(350, Rate("Home", June));
    }

    [Fact]
    public void BeforeAllCards_NothingIsKnown() => Assert.Null(Rate("Home", January.AddDays(-1)));

    [Fact]
    public void PartnerWithoutCards_NothingIsKnown() => Assert.Null(Book().Find(PartnerKey.Walmart, string.Empty, "Home", June));

    private static int? Rate(string category, DateOnly day) => Book().Find(PartnerKey.Amazon, string.Empty, category, day)?.Rate.BasisPoints;

    private static RateCardBook Book() => new(
    [
        Card(string.Empty, 400, January),
        Card("Home", 300, January),
        Card("Home", 350, June),
        Card("Home/Kitchen", 450, January),
    ]);

    private static RateCard Card(string category, int basisPoints, DateOnly from) => new()
    {
        Partner = PartnerKey.Amazon,
        Category = category,
        Rate = new Rate(basisPoints),
        EffectiveFrom = from,
        Source = "test",
    };
}
