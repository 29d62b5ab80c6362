using System.Net;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Sandbox.Shops;

[Collection(SandboxTests.Name)]
public sealed class ShopTests(SandboxWorld world)
{
    [Fact]
    public async Task WalmartLink_Followed_LandsOnTheProductWithItsIds()
    {
        using var answer = await world.Client.GetAsync(world.WalmartLink("shop-1"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var landing = answer.Headers.Location!.ToString();
        Assert.StartsWith("/sandbox/walmart/ip/", landing, StringComparison.Ordinal);
        Assert.Contains($"wmlspartner=imp_{world.Credentials.WalmartPublisherId}", landing, StringComparison.Ordinal);
        Assert.Contains("clickid=", landing, StringComparison.Ordinal);
        Assert.Contains("subId1=shop-1", landing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sandbox/walmart/c/|PUBID|/568844/9383?prodsku=1")]
    [InlineData("/sandbox/walmart/c/1/568844/9383?u=https%3A%2F%2Fevil.example%2Fip%2Fx")]
    public async Task WalmartLink_Malformed_LeadsNowhere(string link)
    {
        using var answer = await world.Client.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Buy_FromAnAmazonLink_KeepsTagAndSubTag()
    {
        var number = await world.BuyAsync(world.AmazonLink("shop-2"));

        var order = await world.Host.Services.GetRequiredService<OrderBook>().FindAsync(number, TestContext.Current.CancellationToken);
        Assert.Equal(SandboxWorld.Tag, order!.Tag);
        Assert.Equal("shop-2", order.SubId);
        Assert.Equal(order.Rate.Of(order.Amount), order.Payout);
    }

    [Fact]
    public async Task Buy_WithoutTheFormsToken_IsRefused()
    {
        using var answer = await world.Client.PostAsync("/sandbox/amazon/buy", new FormUrlEncodedContent([new("Product", "B000000000")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OfASoldOutProduct_HasNoBuyButton()
    {
        var soldOut = world.Catalog.Products.First(product => product.SoldBy(SandboxPartner.Amazon) && world.Catalog.Listing(product, SandboxPartner.Amazon).Stock == SandboxStock.SoldOut);

        var html = await world.Client.GetStringAsync($"/sandbox/amazon/dp/{soldOut.Asin}", TestContext.Current.CancellationToken);

        Assert.Contains("Sold out today", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Buy<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnUnknownProduct_IsNotFound()
    {
        using var answer = await world.Client.GetAsync("/sandbox/amazon/dp/B0ZZZZZZZ0", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("We could not find that page", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_InTheShop_EncodesWhatWasTyped()
    {
        var html = await world.Client.GetStringAsync("/sandbox/walmart/s?k=%3Cscript%3Ealert(1)%3C/script%3E", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }
}
