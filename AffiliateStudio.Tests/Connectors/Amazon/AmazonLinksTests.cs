using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.Amazon;

public sealed class AmazonLinksTests
{
    [Theory]
    [InlineData("https://www.amazon.com/dp/B0TEST0001")]
    [InlineData("http://www.amazon.com/dp/B0TEST0001")]
    [InlineData("www.amazon.com/dp/B0TEST0001")]
    [InlineData("amazon.com/dp/B0TEST0001")]
    [InlineData("  https://www.amazon.com/dp/B0TEST0001  ")]
    [InlineData("<https://www.amazon.com/dp/B0TEST0001>")]
    [InlineData("(https://www.amazon.com/dp/B0TEST0001).")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001,")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001/")]
    [InlineData("https://www.amazon.com/dp/b0test0001")]
    [InlineData("HTTPS://WWW.AMAZON.COM/DP/B0TEST0001")]
    [InlineData("https://smile.amazon.com/dp/B0TEST0001")]
    [InlineData("https://m.amazon.com/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com:443/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001?tag=somebody-20&linkCode=ll1&linkId=abc&language=en_US")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001/ref=sr_1_3?crid=2X&keywords=lamp&qid=17&sr=8-3&th=1")]
    [InlineData("https://www.amazon.com/Northlight-LED-Desk-Lamp/dp/B0TEST0001/ref=cm_sw_r_tw?psc=1#customerReviews")]
    [InlineData("https://www.amazon.com/Lampe-%C3%A0-poser/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com/-/es/dp/B0TEST0001")]
    [InlineData("https://www.amazon.com/gp/product/B0TEST0001")]
    [InlineData("https://www.amazon.com/gp/product/B0TEST0001/ref=ox_sc_act?smid=A1&psc=1")]
    [InlineData("https://www.amazon.com/gp/aw/d/B0TEST0001")]
    [InlineData("https://www.amazon.com/gp/offer-listing/B0TEST0001")]
    [InlineData("https://www.amazon.com/exec/obidos/ASIN/B0TEST0001/somebody-20")]
    [InlineData("https://www.amazon.com/exec/obidos/tg/detail/-/B0TEST0001")]
    [InlineData("https://www.amazon.com/o/ASIN/B0TEST0001")]
    [InlineData("https://www.amazon.com/dp/product/B0TEST0001")]
    [InlineData("https://www.amazon.com/d/B0TEST0001")]
    [InlineData("https://www.amazon.com/sspa/click?ie=UTF8&spc=MTo&url=%2FNorthlight-Lamp%2Fdp%2FB0TEST0001%2Fref%3Dsr_1_1_sspa%3Fkeywords%3Dlamp")]
    [InlineData("https://www.amazon.com/gp/slredirect/picassoRedirect.html?url=%2Fdp%2FB0TEST0001")]
    [InlineData("https://www.amazon.com/gp/redirect.html?location=https%3A%2F%2Fwww.amazon.com%2Fdp%2FB0TEST0001")]
    public void ProductUrl_InAnyForm_IsRecognised(string url)
    {
        var product = AmazonLinks.Recognize(url);

        Assert.NotNull(product);
        Assert.Equal("B0TEST0001", product.ExternalId);
        Assert.Equal("https://www.amazon.com/dp/B0TEST0001", product.CleanUrl);
    }

    [Fact]
    public void EachMarketplace_IsRecognisedAndKept()
    {
        Assert.Equal(20, AmazonMarketplace.All.Count);
        Assert.All(AmazonMarketplace.All, marketplace => Assert.Equal(
            $"https://{marketplace.Host}/dp/B0TEST0001",
            AmazonLinks.Recognize($"https://{marketplace.Host}/Some-Thing/dp/B0TEST0001?tag=x-21")?.CleanUrl));
    }

    [Fact]
    public void Isbn_IsAnAsin() => Assert.Equal("030640615X", AmazonLinks.Recognize("https://www.amazon.com/Book-Title/dp/030640615x")?.ExternalId);

    [Fact]
    public void SameAsin_InAnotherShop_IsAnotherProduct()
    {
        var us = AmazonLinks.Recognize("https://www.amazon.com/dp/B0TEST0001")!;
        var german = AmazonLinks.Recognize("https://www.amazon.de/dp/B0TEST0001?tag=x-21")!;

        Assert.Equal(("B0TEST0001", "USD"), (us.ExternalId, us.Currency));
        Assert.Equal(("B0TEST0001@de", "EUR"), (german.ExternalId, german.Currency));
        Assert.Equal("https://www.amazon.de/dp/B0TEST0001?tag=mine-21", AmazonLinks.Build(null, new ProductReference(german.ExternalId, german.CleanUrl), "mine-21").Url);
        Assert.Equal(["B0TEST0001"], AmazonProductId.In(AmazonMarketplace.OfHost("www.amazon.de")!, ["B0TEST0001", "B0TEST0001@de", "b0test0001@DE", "junk@de"]));
        Assert.Equal(["B0TEST0001"], AmazonProductId.In(AmazonMarketplace.OfHost("www.amazon.com")!, ["B0TEST0001", "B0TEST0002@de"]));
    }

    [Theory]
    [InlineData("https://www.amazon.com/Northlight-LED-Desk-Lamp/dp/B0TEST0001", "Northlight LED Desk Lamp")]
    [InlineData("https://www.amazon.com/Lampe-%C3%A0-poser/dp/B0TEST0001", "Lampe à poser")]
    [InlineData("https://www.amazon.com/-/es/dp/B0TEST0001", null)]
    [InlineData("https://www.amazon.com/dp/B0TEST0001", null)]
    [InlineData("https://www.amazon.com/gp/product/B0TEST0001", null)]
    public void Slug_IsATitleHint(string url, string? title) => Assert.Equal(title, AmazonLinks.Recognize(url)?.TitleHint);

    [Fact]
    public void SandboxShop_OnThisMachine_IsRecognisedAsAPath()
    {
        Assert.Equal("/sandbox/amazon/dp/B0TEST0001", AmazonLinks.Recognize("http://127.0.0.1:5080/sandbox/amazon/dp/B0TEST0001?tag=x-20")?.CleanUrl);
        Assert.Null(AmazonLinks.Recognize("http://evil.example/sandbox/amazon/dp/B0TEST0001"));
    }

    [Theory]
    [MemberData(nameof(HostileUrls.ForAnyShop), MemberType = typeof(HostileUrls))]
    [InlineData("https://amzn.to/3abcDEF")]
    [InlineData("https://a.co/d/abc123")]
    [InlineData("https://www.amazon.com/")]
    [InlineData("https://www.amazon.com/s?k=desk+lamp")]
    [InlineData("https://www.amazon.com/dp/")]
    [InlineData("https://www.amazon.com/dp/SHORT")]
    [InlineData("https://www.amazon.com/dp/B0TEST00012")]
    [InlineData("https://www.amazon.com/dp/B0TEST-001")]
    [InlineData("https://www.amazon.com/gp/cart/view.html")]
    [InlineData("https://www.amazon.com/gp/redirect.html?location=https%3A%2F%2Fevil.example%2Fdp%2FB0TEST0001")]
    [InlineData("https://www.amazon.com/sspa/click?url=%2F%2Fevil.example%2Fdp%2FB0TEST0001")]
    [InlineData("https://www.amazon.ie/dp/B0TEST0001")]
    [InlineData("https://www.walmart.com/ip/123456")]
    public void AnythingElse_IsNotAProduct(string url) => Assert.Null(AmazonLinks.Recognize(url));

    [Theory]
    [InlineData("https://www.amazon.com/dp/B0TEST0001", "https://www.amazon.com/dp/B0TEST0001?tag=studio-20")]
    [InlineData("https://www.amazon.co.uk/dp/B0TEST0001", "https://www.amazon.co.uk/dp/B0TEST0001?tag=studio-20")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001?tag=somebody-20&linkCode=osi", "https://www.amazon.com/dp/B0TEST0001?tag=studio-20")]
    [InlineData("/sandbox/amazon/dp/B0TEST0001", "/sandbox/amazon/dp/B0TEST0001?tag=studio-20")]
    [InlineData("https://evil.example/dp/B0TEST0001", "https://www.amazon.com/dp/B0TEST0001?tag=studio-20")]
    public void Link_HasOurTagAndNobodyElses(string page, string expected)
    {
        var link = AmazonLinks.Build(null, new ProductReference("B0TEST0001", page), "studio-20");

        Assert.Equal(expected, link.Url);
        Assert.Equal("ascsubtag", link.SubIdParameter);
    }

    [Fact]
    public void Link_WithoutTag_StillLeadsToTheProduct() =>
        Assert.Equal("https://www.amazon.com/dp/B0TEST0001?psc=1", AmazonLinks.Build(null, new ProductReference("B0TEST0001", "https://www.amazon.com/dp/B0TEST0001"), string.Empty).Url);

    [Theory]
    [InlineData("studio-20", true)]
    [InlineData("my-name-21", true)]
    [InlineData("name22-22", true)]
    [InlineData("Studio-20", true)]
    [InlineData("a-20", true)]
    [InlineData("studio", false)]
    [InlineData("studio-2", false)]
    [InlineData("studio-200", false)]
    [InlineData("studio-30", false)]
    [InlineData("-20", false)]
    [InlineData("studio--20 ", false)]
    [InlineData("stu dio-20", false)]
    [InlineData("studio&tag=x-20", false)]
    [InlineData("me@studio.test", false)]
    [InlineData("https://www.amazon.com/?tag=studio-20", false)]
    [InlineData("", false)]
    public void Tag_IsCheckedByItsForm(string tag, bool isFine) => Assert.Equal(isFine, AmazonLinks.CheckTag(tag) is null);
}
