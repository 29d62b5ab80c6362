using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Rakuten;

public sealed class RakutenLinksTests
{
    private const string Page = "https://www.fernway.example/p/camp-stove-02";

    private static readonly Merchants Book = new(RakutenAnswers.Fernway);

    [Theory]
    [InlineData(Page)]
    [InlineData("http://www.fernway.example/p/camp-stove-02")]
    [InlineData("www.fernway.example/p/camp-stove-02")]
    [InlineData("https://WWW.Fernway.example/p/camp-stove-02")]
    [InlineData(Page + "#reviews")]
    [InlineData(Page + "?ranMID=54321&ranEAID=Other123456&ranSiteID=Other123456-abcdefghijklmnopqrstuv")]
    [InlineData(Page + "?utm_source=rakuten&UTM_Campaign=x&gclid=1&fbclid=2&msclkid=3&siteID=Other123456-x&u1=stolen&tag=other-20&irclickid=5")]
    [InlineData("https://click.linksynergy.com/deeplink?id=Other123456&mid=54321&u1=stolen&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcamp-stove-02")]
    [InlineData("http://click.linksynergy.com/deeplink?murl=https%3a%2f%2fwww.fernway.example%2fp%2fcamp-stove-02%3FranMID%3D1&mid=54321&id=Other123456")]
    [InlineData("https://click.linksynergy.com/link?id=Other123456&offerid=900111.7700012345&type=15&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcamp-stove-02")]
    [InlineData("https://click.linksynergy.com/fs-bin/click?id=Other123456&offerid=1.2&type=3&subid=0&RD_PARM1=https%253A%252F%252Fwww.fernway.example%252Fp%252Fcamp-stove-02")]
    [InlineData("https://linksynergy.jrs5.com/deeplink?id=Other123456&mid=54321&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcamp-stove-02")]
    [InlineData("https://click.linksynergy.com/deeplink?id=A&mid=1&murl=https%3A%2F%2Fclick.linksynergy.com%2Flink%3Fmurl%3Dhttps%253A%252F%252Fwww.fernway.example%252Fp%252Fcamp-stove-02")]
    public void PageOfAShop_InAnyForm_IsRecognised(string url)
    {
        var product = RakutenLinks.Recognize(url, Book);

        Assert.NotNull(product);
        Assert.Equal((Page, "54321", "camp stove 02"), (product.CleanUrl, product.MerchantId, product.TitleHint));
        Assert.Equal(RakutenProductId.OfPage("54321", Page), product.ExternalId);
    }

    [Fact]
    public void WhatBelongsToThePage_Stays() => Assert.Equal(
        Page + "?color=dark%20red&size=2",
        RakutenLinks.Recognize(Page + "?utm_medium=a&color=dark%20red&ranMID=1&size=2&gclid=x", Book)?.CleanUrl);

    [Fact]
    public void SandboxShop_OnThisMachine_IsRecognisedAsAPath()
    {
        var product = RakutenLinks.Recognize("http://localhost:5080/sandbox/rakuten/m/54321/p/FW-00042?ranMID=54321&u1=x", Merchants.None)!;

        Assert.Equal(("54321:FW-00042", "/sandbox/rakuten/m/54321/p/FW-00042", "54321"), (product.ExternalId, product.CleanUrl, product.MerchantId));
        Assert.Null(RakutenLinks.Recognize("http://evil.example/sandbox/rakuten/m/54321/p/FW-00042", Book));
    }

    public static TheoryData<string> NoPages() =>
    [
        "https://www.fernway.example", "https://www.fernway.example/", "https://www.fernway.example/?utm_source=x", $"https://www.fernway.example/p/camp-stove-02?{new string('a', 2100)}",
        "https://www.unknown.example/p/1", "https://click.linksynergy.com/", "https://click.linksynergy.com/deeplink", "https://click.linksynergy.com/deeplink?id=A&mid=54321",
        "https://click.linksynergy.com/fs-bin/click?id=A&offerid=1.2&type=3&subid=0", "https://click.linksynergy.com/deeplink?mid=54321&murl=https%3A%2F%2Fwww.unknown.example%2Fp%2F1",
        "https://click.linksynergy.com/deeplink?mid=54321&murl=https%3A%2F%2Fwww.fernway.example%40evil.example%2Fp%2F1",
        "https://click.linksynergy.com/deeplink?mid=54321&murl=https%3A%2F%2Fevil.example%2F%3Fx%3Dwww.fernway.example%2Fp%2F1",
        "https://click.linksynergy.com/deeplink?mid=54321&murl=javascript%3Aalert(1)%2F%2Fwww.fernway.example%2Fp",
        "https://click.linksynergy.com/deeplink?mid=54321&murl=http%3A%2F%2F127.0.0.1%2Fsandbox%2Frakuten%2Fm%2F54321%2Fp%2FFW-00042",
        "https://click.linksynergy.com/deeplink?mid=54321&murl=http%3A%2F%2Fwww.fernway.example%3A8080%2Fp%2F1",
        "https://click.linksynergy.com.evil.example/deeplink?mid=54321&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2F1",
        "https://evil.example/deeplink?mid=54321&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2F1", "https://click.linksynergy.com:444/deeplink?murl=https%3A%2F%2Fwww.fernway.example%2Fp%2F1",
        "https://ad.linksynergy.com/fs-bin/show?id=A&bids=1.2&type=15&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2F1", "https://click.linksynergy.com/other?murl=https%3A%2F%2Fwww.fernway.example%2Fp%2F1",
        "https://click.linksynergy.com/link?murl=https%3A%2F%2Fclick.linksynergy.com%2Flink%3Fmurl%3Dhttps%253A%252F%252Fclick.linksynergy.com%252Flink%253Fmurl%253Dhttps%25253A%25252F%25252Fwww.fernway.example%25252Fp",
        "http://localhost:5080/sandbox/rakuten/m/54321", "http://localhost:5080/sandbox/rakuten/m/shop/p/FW-00042", "http://localhost:5080/sandbox/walmart/m/54321/p/FW-00042",
        "http://localhost:5080/sandbox/rakuten/m/54321/p/../../../admin",
    ];

    [Theory]
    [MemberData(nameof(HostileUrls.ForAnyShop), MemberType = typeof(HostileUrls))]
    [MemberData(nameof(NoPages))]
    public void AnythingElse_IsNoPage(string url) => Assert.Null(RakutenLinks.Recognize(url, Book));

    [Fact]
    public void Link_CarriesThePublisherTheMerchantAndThePage()
    {
        var connector = Connector();

        var link = connector.Build(null, new ProductReference("54321:FW-STV-02", Page + "?a=1&b=2"), "AbC*/f12345");

        Assert.Equal(
            "https://click.linksynergy.com/deeplink?id=AbC%2A%2Ff12345&mid=54321&murl=https%3A%2F%2Fwww.fernway.example%2Fp%2Fcamp-stove-02%3Fa%3D1%26b%3D2",
            link.Url);
        Assert.Equal("u1", link.SubIdParameter);
    }

    [Fact]
    public void Link_WithoutACreatorsTag_CarriesTheConnections() => Assert.Contains(
        "deeplink?id=AbCdEf12345&mid=54321&", Connector().Build(ConnectorSetup.RakutenConnection(), new ProductReference("54321:x", Page), string.Empty).Url, StringComparison.Ordinal);

    [Theory]
    [InlineData(Page, Page + "?ref=aff")]
    [InlineData(Page + "?a=1#top", Page + "?a=1")]
    public void Link_WithoutAnyTag_LeadsToThePage(string page, string url) => Assert.Equal(url, Connector().Build(null, new ProductReference("54321:x", page), string.Empty).Url);

    [Fact]
    public void SandboxPage_GetsASandboxLink_AndOnlyItsOwnConnectionsTag()
    {
        var sandbox = new ConnectionContext
        {
            Partner = PartnerKey.Rakuten,
            Kind = ConnectionKind.Sandbox,
            SandboxAddress = new Uri("http://127.0.0.1:5080/sandbox/rakuten/"),
            Settings = new Dictionary<string, string> { ["publisherId"] = "StudioDemo1" },
        };

        Assert.Equal(
            "/sandbox/rakuten/deeplink?id=StudioDemo1&mid=54321&murl=%2Fsandbox%2Frakuten%2Fm%2F54321%2Fp%2FFW-00042",
            Connector().Build(sandbox, new ProductReference("54321:FW-00042", "/sandbox/rakuten/m/54321/p/FW-00042"), string.Empty).Url);
        Assert.Equal(Page + "?ref=aff", Connector().Build(sandbox, new ProductReference("54321:x", Page), string.Empty).Url);
    }

    [Theory]
    [InlineData("AbCdEf12345", true)]
    [InlineData("x7*TyuqdL/g", true)]
    [InlineData("AbCdEf1234", false)]
    [InlineData("AbCdEf123456", false)]
    [InlineData("AbCdEf 2345", false)]
    [InlineData("AbCdEf123&5", false)]
    [InlineData("4001234", false)]
    [InlineData("AbCdEf1234\n", false)]
    public void PublisherId_HasElevenCharacters(string tag, bool isRight) => Assert.Equal(isRight, RakutenLinks.CheckTag(tag) is null);

    [Fact]
    public void PublisherId_KeepsItsCase()
    {
        Assert.Equal("AbCdEf12345", RakutenLinks.TagForm.Normalize(" AbCdEf12345 "));
        Assert.Null(RakutenLinks.CheckTag(RakutenLinks.TagForm.Example));
    }

    private static RakutenConnector Connector() => ConnectorSetup.Rakuten(new FakePartner(), new TestClock(), RakutenAnswers.Fernway);
}
