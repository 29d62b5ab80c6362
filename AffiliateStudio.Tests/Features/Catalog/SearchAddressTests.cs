using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Tests.Features.Catalog;

public sealed class SearchAddressTests
{
    [Fact]
    public void EverySearch_WrittenAndRead_IsTheSame()
    {
        var query = new SearchQuery
        {
            Words = "crème & “lamp” 50%+ 🎥 https://www.walmart.com/ip/1?a=b&c=d#e",
            Partner = PartnerKey.Walmart,
            Merchant = "54321",
            Category = "Arts & Crafts/Handmade",
            MinPriceMinor = 1050,
            MaxPriceMinor = 100_000,
            MinRateBasisPoints = 450,
            InStockOnly = true,
            Sort = OfferSort.MoneyPerSale,
            Page = 3,
        };

        Assert.Equal(query, SearchAddress.Read("http://127.0.0.1:5080" + SearchAddress.Write(query)));
    }

    [Fact]
    public void TravelSearch_WrittenAndRead_IsTheSame()
    {
        var query = new SearchQuery
        {
            Travel = TravelKind.Stays, Place = "Portland, Maine, United States", PlaceId = "553248635976381371", CheckIn = new DateOnly(2026, 2, 10), CheckOut = new DateOnly(2026, 2, 12), Guests = 3,
        };

        Assert.Equal("/discover?travel=stays&place=Portland%2C%20Maine%2C%20United%20States&placeId=553248635976381371&in=2026-02-10&out=2026-02-12&guests=3", SearchAddress.Write(query));
        Assert.Equal(query, SearchAddress.Read("http://127.0.0.1:5080" + SearchAddress.Write(query)));
        Assert.Null(SearchAddress.Read("http://x/discover?travel=flights&in=yesterday&guests=-3").Travel);
    }

    [Fact]
    public void PlainSearch_Address_IsShort()
    {
        Assert.Equal("/discover?q=desk%20lamp", SearchAddress.Write(new SearchQuery { Words = "desk lamp" }));
        Assert.Equal("/discover", SearchAddress.Write(new SearchQuery()));
    }

    [Theory]
    [InlineData("partner=rakuten&merchant=54321", "54321")]
    [InlineData("merchant=54321", "")]
    [InlineData("partner=rakuten&merchant=../x", "")]
    public void Merchant_CountsBelowItsPartnerOnly(string query, string merchant)
    {
        Assert.Equal(merchant, SearchAddress.Read("http://x/discover?q=tent&" + query).Merchant);
        Assert.DoesNotContain("merchant", SearchAddress.Write(new SearchQuery { Words = "tent", Merchant = "54321" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_TheWrongWayRound_AreReadInOrder()
    {
        var query = SearchAddress.Read("http://x/discover?q=lamp&min=20&max=10");

        Assert.Equal((1000, 2000), (query.MinPriceMinor, query.MaxPriceMinor));
    }

    [Theory]
    [InlineData("page=-1&min=abc&max=1e99&commission=200&sort=DROP&stock=yes&partner=../x&category=%00")]
    [InlineData("page=99999999999999&min=-5&commission=-1")]
    [InlineData("page=&min=&max=&q=&sort=&partner=")]
    [InlineData("%%%&&==&q")]
    public void Rubbish_InTheAddress_IsReadAsUsual(string rubbish)
    {
        var query = SearchAddress.Read("http://x/discover?" + rubbish);

        Assert.Equal((1, null, null, 0, false, OfferSort.Relevance, null), (query.Page, query.MinPriceMinor, query.MaxPriceMinor, query.MinRateBasisPoints, query.InStockOnly, query.Sort, query.Partner));
    }
}
