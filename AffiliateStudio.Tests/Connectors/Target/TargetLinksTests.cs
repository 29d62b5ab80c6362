using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.Target;

public sealed class TargetLinksTests
{
    private const string Clean = "https://www.target.com/p/arc-lamp-black/-/A-80000001";

    [Theory]
    [InlineData("https://www.target.com/p/arc-lamp-black/-/A-80000001")]
    [InlineData("https://www.target.com/p/arc-lamp-black/-/A-80000001/")]
    [InlineData("http://target.com/p/arc-lamp-black/-/A-80000001")]
    [InlineData("target.com/p/arc-lamp-black/-/A-80000001")]
    [InlineData("https://m.target.com/p/arc-lamp-black/-/A-80000001")]
    [InlineData("https://intl.target.com/p/arc-lamp-black/-/A-80000001")]
    [InlineData("https://www.target.com/p/arc-lamp-black/-/A-80000001?afid=someone&clkid=abc&cpng=2092&lnm=81938&ref=tgt_adv_xasd0002&utm_source=x#lnk=sametab")]
    [InlineData("https://www.target.com/p/arc-lamp-black/-/A-12345678?preselect=80000001#lnk=sametab")]
    [InlineData("https://goto.target.com/c/999/81938/2092?subId1=theirs&sharedid=theirs&u=https%3A%2F%2Fwww.target.com%2Fp%2Farc-lamp-black%2F-%2FA-80000001")]
    [InlineData("https://goto.target.com/c/999/81938/2092?u=https%3A%2F%2Fgoto.target.com%2Fc%2F1%2F2%2F2092%3Fu%3Dhttps%253A%252F%252Fwww.target.com%252Fp%252Farc-lamp-black%252F-%252FA-80000001")]
    [InlineData("  (https://www.target.com/p/arc-lamp-black/-/A-80000001).")]
    public void ProductUrl_InAnyForm_IsRecognised(string url)
    {
        var product = TargetLinks.Recognize(url);

        Assert.NotNull(product);
        Assert.Equal(("80000001", Clean), (product.ExternalId, product.CleanUrl));
        Assert.Equal("arc lamp black", product.TitleHint);
    }

    [Theory]
    [InlineData("https://www.target.com/p/-/A-80000001")]
    [InlineData("https://goto.target.com/c/999/81938/2092?prodsku=80000001")]
    public void ProductUrl_WithoutASlug_IsRecognisedById(string url) => Assert.Equal("https://www.target.com/p/-/A-80000001", TargetLinks.Recognize(url)?.CleanUrl);

    [Fact]
    public void SandboxShop_OnThisMachine_IsRecognisedAsAPath()
    {
        Assert.Equal("/sandbox/target/p/some-lamp/-/A-80000001", TargetLinks.Recognize("http://localhost:5080/sandbox/target/p/some-lamp/-/A-80000001?subId1=x")?.CleanUrl);
        Assert.Null(TargetLinks.Recognize("http://evil.example/sandbox/target/p/some-lamp/-/A-80000001"));
    }

    [Theory]
    [MemberData(nameof(HostileUrls.ForAnyShop), MemberType = typeof(HostileUrls))]
    [InlineData("https://www.target.com/")]
    [InlineData("https://www.target.com/s?searchTerm=lamp")]
    [InlineData("https://www.target.com/p/arc-lamp/-/A-")]
    [InlineData("https://www.target.com/p/arc-lamp/-/A-1234")]
    [InlineData("https://www.target.com/p/arc-lamp/-/B-80000001")]
    [InlineData("https://www.target.com/c/lamps/-/N-5xtuk")]
    [InlineData("https://goto.target.com/SomeCreator")]
    [InlineData("https://goto.target.com/c/999/1/2092")]
    [InlineData("https://goto.target.com/c/999/1/2092?u=https%3A%2F%2Fevil.example%2Fp%2Fx%2F-%2FA-80000001")]
    [InlineData("https://goto.target.com/c/999/1/2092?u=http%3A%2F%2F127.0.0.1%2Fsandbox%2Ftarget%2Fp%2Fx%2F-%2FA-80000001")]
    [InlineData("https://goto.target.com/x?prodsku=80000001")]
    [InlineData("https://goto.walmart.com/c/1/1/9383?u=https%3A%2F%2Fwww.target.com%2Fp%2Fx%2F-%2FA-80000001")]
    [InlineData("https://redsky.target.com/p/x/-/A-80000001")]
    [InlineData("https://www.amazon.com/dp/B0TEST0001")]
    public void AnythingElse_IsNotAProduct(string url) => Assert.Null(TargetLinks.Recognize(url));

    [Fact]
    public void Link_WithAPublisherId_GoesThroughTheNetwork()
    {
        var link = ConnectorSetup.Target(new FakePartner(), TimeProvider.System)
            .Build(ConnectorSetup.TargetConnection(("adId", "81938")), new ProductReference("80000001", Clean + "?afid=someone"), "1112223");

        Assert.Equal(
            "https://goto.target.com/c/1112223/81938/2092?prodsku=80000001&u=https%3A%2F%2Fwww.target.com%2Fp%2Farc-lamp-black%2F-%2FA-80000001", link.Url);
        Assert.Equal("subId1", link.SubIdParameter);
    }

    [Fact]
    public void Link_WithoutConnection_LeadsToTheShopAndEarnsNothing() => Assert.Equal(
        Clean + "?ref=aff",
        ConnectorSetup.Target(new FakePartner(), TimeProvider.System).Build(null, new ProductReference("80000001", Clean), "1112223").Url);

    [Theory]
    [InlineData("1234567", true)]
    [InlineData("123", false)]
    [InlineData("12345a", false)]
    [InlineData("1234567890123", false)]
    [InlineData("1234567\n", false)]
    public void Tag_HasTheNetworksForm(string tag, bool isRight) => Assert.Equal(isRight, TargetLinks.CheckTag(tag) is null);
}
