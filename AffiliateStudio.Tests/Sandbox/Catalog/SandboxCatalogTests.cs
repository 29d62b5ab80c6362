using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Sandbox.Catalog;

public sealed class SandboxCatalogTests
{
    private static readonly SandboxCatalog Catalog = new(new TestClock());
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public void Catalog_Made_HasAboutTwentyThousandOffers()
    {
        var offers = Catalog.Products.Sum(product => (product.Asin is null ? 0 : 1) + (product.ItemId is null ? 0 : 1));

        Assert.InRange(offers, 19_000, 21_000);
    }

    [Fact]
    public void Products_SoldByBothShops_AreAtLeastThirtyPercent()
    {
        var both = Catalog.Products.Count(product => product.Asin is not null && product.ItemId is not null);

        Assert.True(both * 100 >= Catalog.Products.Count * 30, $"{both} of {Catalog.Products.Count}");
    }

    [Fact]
    public void Products_All_AreSoldSomewhereUnderUniqueIds()
    {
        Assert.All(Catalog.Products, product => Assert.True(product.Asin is not null || product.ItemId is not null));
        Assert.Distinct(Catalog.Products.Where(product => product.Asin is not null).Select(product => product.Asin));
        Assert.Distinct(Catalog.Products.Where(product => product.ItemId is not null).Select(product => product.ItemId));
        Assert.Distinct(Catalog.Products.Select(product => product.Gtin));
    }

    [Theory]
    [InlineData("03600029145", '2')]
    [InlineData("629104150021", '3')]
    public void CheckDigit_OfKnownCodes_IsTheirs(string digits, char expected) => Assert.Equal(expected, Gtin.CheckDigit(digits));

    [Fact]
    public void Gtins_All_HaveTwelveDigitsAndTheRightCheckDigit()
    {
        Assert.All(Catalog.Products, product =>
        {
            Assert.Matches(@"\A\d{12}\z", product.Gtin);
            var sum = product.Gtin.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 3 : 1)).Sum();
            Assert.Equal(0, sum % 10);
        });
    }

    [Fact]
    public void Prices_OverAYear_StayWithinTheDriftAndMove()
    {
        foreach (var product in Catalog.Products.Where(product => product.Index % 97 == 0))
        {
            var average = ListingMaker.AverageCents(product, SandboxPartner.Amazon);
            var prices = Enumerable.Range(0, 365).Select(day => ListingMaker.PriceCents(product, SandboxPartner.Amazon, Day.AddDays(day))).ToList();
            var allowed = (average * ListingMaker.LargestDrift / 10_000) + 1;

            Assert.All(prices, price => Assert.InRange(price, average - allowed, average + allowed));
            Assert.True(prices.Distinct().Count() > 30, $"{product.Asin} hardly moves");
        }
    }

    [Fact]
    public void Prices_FromOneDayToTheNext_MoveAFewPercentAtMost()
    {
        foreach (var product in Catalog.Products.Where(product => product.Index % 97 == 0))
        {
            var today = ListingMaker.PriceCents(product, SandboxPartner.Walmart, Day);
            var tomorrow = ListingMaker.PriceCents(product, SandboxPartner.Walmart, Day.AddDays(1));

            Assert.True(Math.Abs(today - tomorrow) * 100 <= (today * 4) + 100, $"{today} to {tomorrow}");
        }
    }

    [Fact]
    public void SharedProducts_AtBothShops_DifferInPriceAndTitle()
    {
        var shared = Catalog.Products.Where(product => product.Asin is not null && product.ItemId is not null).Take(2_000).ToList();

        var samePrice = shared.Count(product =>
            ListingMaker.PriceCents(product, SandboxPartner.Amazon, Day) == ListingMaker.PriceCents(product, SandboxPartner.Walmart, Day));

        Assert.InRange(samePrice, 0, 40);
        Assert.All(shared, product => Assert.NotEqual(SandboxShops.Of(SandboxPartner.Amazon).TitleOf(product), SandboxShops.Of(SandboxPartner.Walmart).TitleOf(product)));
    }

    [Fact]
    public void Stock_OverTheCatalog_RunsOutSometimesAndComesBack()
    {
        var soldOut = Catalog.Products.Where(product => ListingMaker.Stock(product, SandboxPartner.Amazon, Day) == SandboxStock.SoldOut).ToList();

        Assert.InRange(soldOut.Count * 100 / Catalog.Products.Count, 2, 9);
        Assert.Contains(soldOut, product => ListingMaker.Stock(product, SandboxPartner.Amazon, Day.AddDays(12)) != SandboxStock.SoldOut);
    }

    [Fact]
    public void Catalog_MadeTwice_IsTheSame()
    {
        var other = new ProductGenerator(new CatalogSource()).MakeAll();

        Assert.Equal(
            Catalog.Products.Select(product => SandboxShops.Of(SandboxPartner.Amazon).TitleOf(product)),
            other.Select(product => SandboxShops.Of(SandboxPartner.Amazon).TitleOf(product)));
    }

    [Theory]
    [InlineData("desk lamp", "Desk Lamps")]
    [InlineData("DESK LAMPS", "Desk Lamps")]
    [InlineData("over ear headphones", "Over-Ear Headphones")]
    [InlineData("chef's knife", "Chef's Knives")]
    [InlineData("yoga m", "Yoga Mats")]
    public void Search_ForAKindOfThing_FindsThatKindFirst(string words, string leaf)
    {
        var found = Catalog.Search(SandboxPartner.Walmart, words);

        Assert.NotEmpty(found);
        Assert.All(found.Take(10), product => Assert.Equal(leaf, product.Kind.Leaf));
    }

    [Theory]
    [InlineData("qzxv")]
    [InlineData("qzxv lamp wuffel")]
    public void Search_ForWhatNobodySells_FindsNothing(string words) => Assert.Empty(Catalog.Search(SandboxPartner.Amazon, words));

    [Fact]
    public void Search_WithAWordTooMany_FindsWhatFitsMost()
    {
        var found = Catalog.Search(SandboxPartner.Amazon, "qzxv desk lamp");

        Assert.All(found.Take(5), product => Assert.Equal("Desk Lamps", product.Kind.Leaf));
    }

    [Theory]
    [InlineData("Women's running-shoes, size 9", "women|running|shoe|size|9")]
    [InlineData("  glass  BATTERIES ", "glass|battery")]
    public void Words_OfAText_AreLowerCaseAndSingular(string text, string expected) => Assert.Equal(expected, string.Join('|', SearchIndex.Words(text)));
}
