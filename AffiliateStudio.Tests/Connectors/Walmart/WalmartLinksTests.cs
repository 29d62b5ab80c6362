using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.Walmart;

public sealed class WalmartLinksTests
{
    [Theory]
    [InlineData("https://www.walmart.com/ip/Mainline-LED-Desk-Lamp/900000001")]
    [InlineData("https://www.walmart.com/ip/900000001")]
    [InlineData("https://www.walmart.com/ip/900000001/")]
    [InlineData("https://www.walmart.com/ip/seort/900000001")]
    [InlineData("http://walmart.com/ip/900000001")]
    [InlineData("walmart.com/ip/Mainline-Lamp/900000001")]
    [InlineData("https://m.walmart.com/ip/900000001")]
    [InlineData("https://business.walmart.com/ip/Lamp-X/900000001")]
    [InlineData("https://www.walmart.com/IP/Mainline-Lamp/900000001")]
    [InlineData("https://www.walmart.com/ip/Mainline-Lamp/900000001?athcpid=1&athpgid=Search&from=/search")]
    [InlineData("https://www.walmart.com/ip/Mainline-Lamp/900000001?irgwc=1&sourceid=imp_abc&veh=aff&wmlspartner=imp_999&clickid=abc&affiliates_ad_id=1&campaign_id=9383#reviews")]
    [InlineData("https://goto.walmart.com/c/999/568844/9383?veh=aff&sourceid=imp_000011112222333344&prodsku=900000001&u=https%3A%2F%2Fwww.walmart.com%2Fip%2FMainline-Lamp%2F900000001")]
    [InlineData("https://goto.walmart.com/c/|PUBID|/568844/9383?u=https%3A%2F%2Fwww.walmart.com%2Fip%2FMainline-Lamp%2F900000001&subId1=x")]
    [InlineData("https://goto.walmart.com/c/999/1/9383?u=http%3A%2F%2Faffil.walmart.com%2Fcart%2FaddToCart%3Fitems%3D900000001%7C1")]
    [InlineData("http://linksynergy.walmart.com/fs-bin/click?id=x&offerid=223073.7200&type=14&RD_PARM1=https%253A%252F%252Fwww.walmart.com%252Fip%252F900000001")]
    [InlineData("https://affil.walmart.com/cart/addToCart?items=900000001|1,5|2")]
    public void ProductUrl_InAnyForm_IsRecognised(string url)
    {
        var product = WalmartLinks.Recognize(url);

        Assert.NotNull(product);
        Assert.Equal("900000001", product.ExternalId);
        Assert.Equal("https://www.walmart.com/ip/900000001", product.CleanUrl);
    }

    [Fact]
    public void Slug_IsATitleHint() => Assert.Equal("Mainline LED Desk Lamp", WalmartLinks.Recognize("https://www.walmart.com/ip/Mainline-LED-Desk-Lamp/900000001")?.TitleHint);

    [Fact]
    public void SandboxShop_OnThisMachine_IsRecognisedAsAPath()
    {
        Assert.Equal("/sandbox/walmart/ip/Some-Lamp/42", WalmartLinks.Recognize("http://localhost:5080/sandbox/walmart/ip/Some-Lamp/42?subId1=x")?.CleanUrl);
        Assert.Null(WalmartLinks.Recognize("http://evil.example/sandbox/walmart/ip/Some-Lamp/42"));
    }

    [Theory]
    [MemberData(nameof(HostileUrls.ForAnyShop), MemberType = typeof(HostileUrls))]
    [InlineData("https://www.walmart.com/")]
    [InlineData("https://www.walmart.com/search?q=lamp")]
    [InlineData("https://www.walmart.com/ip/")]
    [InlineData("https://www.walmart.com/ip/Mainline-Lamp")]
    [InlineData("https://www.walmart.com/ip/0")]
    [InlineData("https://www.walmart.com/ip/1234567890123456")]
    [InlineData("https://www.walmart.com/reviews/product/900000001")]
    [InlineData("https://goto.walmart.com/c/999/1/9383")]
    [InlineData("https://goto.walmart.com/c/999/1/9383?u=https%3A%2F%2Fevil.example%2Fip%2F900000001")]
    [InlineData("https://goto.walmart.com/c/999/1/9383?u=http%3A%2F%2F127.0.0.1%2Fsandbox%2Fwalmart%2Fip%2Fx%2F1")]
    [InlineData("https://goto.walmart.com/c/1/1/1?u=https%3A%2F%2Fgoto.walmart.com%2Fc%2F1%2F1%2F1%3Fu%3Dhttps%253A%252F%252Fgoto.walmart.com%252Fc%252F1%252F1%252F1%253Fu%253Dx")]
    [InlineData("https://goto.target.com/c/1/1/2092?u=https%3A%2F%2Fwww.walmart.com%2Fip%2F900000001")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001")]
    public void AnythingElse_IsNotAProduct(string url) => Assert.Null(WalmartLinks.Recognize(url));

    [Fact]
    public void Link_WithAPublisherId_GoesThroughTheNetwork()
    {
        var link = WalmartLinks.Build(
            ConnectorSetup.WalmartConnection(("adId", "1398372"), ("campaignId", "16662")),
            new ProductReference("900000001", "https://www.walmart.com/ip/900000001?wmlspartner=imp_999"),
            "7654321");

        Assert.Equal(
            "https://goto.walmart.com/c/7654321/1398372/16662?veh=aff&prodsku=900000001&u=https%3A%2F%2Fwww.walmart.com%2Fip%2F900000001",
            link.Url);
        Assert.Equal("subId1", link.SubIdParameter);
    }

    [Fact]
    public void Link_WithoutConnection_UsesTheProgrammesUsualNumbers() => Assert.StartsWith(
        "https://goto.walmart.com/c/7654321/568844/9383?",
        WalmartLinks.Build(null, new ProductReference("900000001", "https://www.walmart.com/ip/900000001"), "7654321").Url,
        StringComparison.Ordinal);

    [Fact]
    public void Link_ToTheSandboxShop_StaysThere() => Assert.Equal(
        "/sandbox/walmart/c/7654321/568844/9383?veh=aff&prodsku=42&u=%2Fsandbox%2Fwalmart%2Fip%2FSome-Lamp%2F42",
        WalmartLinks.Build(null, new ProductReference("42", "/sandbox/walmart/ip/Some-Lamp/42?x=1"), "7654321").Url);

    [Fact]
    public void Link_WithoutPublisherId_StillLeadsToTheProduct() => Assert.Equal(
        "https://www.walmart.com/ip/42?veh=aff",
        WalmartLinks.Build(null, new ProductReference("42", "https://www.walmart.com/ip/42"), string.Empty).Url);

    [Theory]
    [InlineData("1234567", true)]
    [InlineData("123", false)]
    [InlineData("12345a7", false)]
    [InlineData(" 1234567", false)]
    [InlineData("1234567\n", false)]
    [InlineData("", false)]
    public void PublisherId_IsCheckedByItsForm(string tag, bool isFine) => Assert.Equal(isFine, WalmartLinks.CheckTag(tag) is null);
}
