using AffiliateStudio.Features.Clicks.Links;
using AffiliateStudio.Features.Pins.Model;

namespace AffiliateStudio.Tests.Features.Clicks.Links;

public sealed class LinkTargetTests
{
    [Theory]
    [InlineData("https://shop.example/p", "https://shop.example/p?sub=X")]
    [InlineData("https://shop.example/p?a=1", "https://shop.example/p?a=1&sub=X")]
    [InlineData("https://shop.example/p?", "https://shop.example/p?sub=X")]
    [InlineData("https://shop.example/p?a=1&", "https://shop.example/p?a=1&sub=X")]
    [InlineData("https://shop.example/p?a=1#reviews", "https://shop.example/p?a=1&sub=X#reviews")]
    [InlineData("https://shop.example/#/p?x=1", "https://shop.example/?sub=X#/p?x=1")]
    public void SubId_IsPutWhereTheShopReadsIt(string target, string expected)
    {
        var link = LinkTarget.Of(new PinId(Guid.Empty), Guid.Empty, "demo", target, "sub");

        Assert.Equal(expected, link.Before + "X" + link.After);
    }

    [Fact]
    public void Pin_WithoutAShopToGoTo_FallsBackToTheCreator() =>
        Assert.Equal((null, "/@demo.creator_1"), (LinkTarget.Of(new PinId(Guid.Empty), Guid.Empty, "demo.creator_1", null, "sub").Before, LinkTarget.Of(new PinId(Guid.Empty), Guid.Empty, "demo.creator_1", null, "sub").Fallback));
}
