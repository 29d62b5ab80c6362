using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Partners;

public sealed class ShopLabelTests
{
    private static readonly Partner Network = Profiles.Of(PartnerKey.Rakuten);

    [Theory]
    [InlineData("Fernway Outdoors", "www.fernway.example .fernway.example", "fernway.example", "fernway.example")]
    [InlineData("Fernway Outdoors", ".fernway.example", "fernway.example", "fernway.example")]
    [InlineData("Fernway Outdoors", "", "Rakuten", "rakutenadvertising.com")]
    [InlineData("Rakuten", "shop.example", "Rakuten", "rakutenadvertising.com")]
    [InlineData("Rakuten's own shop", "rakutenadvertising.com", "Rakuten", "rakutenadvertising.com")]
    public void Label_IsTheMerchantsDomain_UnlessThePartnerIsTheShop(string name, string hosts, string shop, string domain) =>
        Assert.Equal(new ShopLabel(shop, domain), ShopLabel.Of(Network, new Merchant { Partner = PartnerKey.Rakuten, Id = "1", Name = name, Hosts = hosts }));

    [Fact]
    public void Label_WithoutAMerchant_IsThePartners() => Assert.Equal(new ShopLabel("Rakuten", "rakutenadvertising.com"), ShopLabel.Of(Network, null));
}
