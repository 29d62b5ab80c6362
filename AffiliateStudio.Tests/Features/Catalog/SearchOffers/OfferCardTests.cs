using System.Globalization;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using AffiliateStudio.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Catalog.SearchOffers;

public sealed class OfferCardTests : BunitContext
{
    public OfferCardTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<ViewerTime>();
    }

    [Fact]
    public void Card_IsAnArticleNamedByItsTitle_WithMoneyPerSale()
    {
        var card = Render<OfferCard>(parameters => parameters.Add(c => c.Offer, CatalogSamples.Summary(1, PartnerKey.Walmart)));

        var article = card.Find("article");
        Assert.Equal("Desk Lamp 1", card.Find("#" + article.GetAttribute("aria-labelledby")).TextContent);
        Assert.Equal("$0.80", card.Find(".offer-earn-value").TextContent.Trim());
        Assert.Contains("as of 11:00", card.Find(".offer-price").TextContent, StringComparison.Ordinal);
        Assert.Equal("no-referrer", card.Find("img").GetAttribute("referrerpolicy"));
    }

    [Fact]
    public void PinToVideo_Pressed_NamesTheOffer()
    {
        OfferSummary? pinned = null;
        var card = Render<OfferCard>(parameters => parameters.Add(c => c.Offer, CatalogSamples.Summary(7, PartnerKey.Amazon)).Add(c => c.OnPin, offer => pinned = offer));

        card.FindAll("button").Single(button => button.TextContent == "Pin to video").Click();

        Assert.Equal("Desk Lamp 7", pinned!.Title);
    }

    [Fact]
    public void PriceTooOld_IsNotShown_AndTheShareIsSaidInPercent()
    {
        var old = CatalogSamples.Summary(1, PartnerKey.Amazon, null) with { Price = new OfferPrice(null, null, null, false, true), ImageUrls = [], Stock = StockState.OutOfStock };

        var card = Render<OfferCard>(parameters => parameters.Add(c => c.Offer, old));

        Assert.DoesNotContain("$", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("img"));
        Assert.Equal("3.2 %", card.Find(".offer-earn-value").TextContent.Trim());
        Assert.Contains("Out of stock", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_SaysHowLongAnOrderCountsWhenItPaysAndWhatDoesNotPay()
    {
        var card = Render<OfferCard>(parameters => parameters.Add(c => c.Offer, CatalogSamples.Summary(1, PartnerKey.Walmart) with { Restrictions = "Gift cards pay nothing." }));

        var offer = CatalogSamples.Summary(1, PartnerKey.Walmart);
        Assert.Equal([$"{offer.WindowText} · {offer.PaysAfterText}", "Gift cards pay nothing."], card.FindAll(".offer-terms").Select(line => line.TextContent.Trim()));
    }

    [Fact]
    public void Title_WithMarkup_StaysText()
    {
        var card = Render<OfferCard>(parameters => parameters.Add(c => c.Offer, CatalogSamples.Summary(1, PartnerKey.Amazon) with { Title = "<script>alert(1)</script> \"lamp\"" }));

        Assert.Empty(card.FindAll("script"));
        Assert.Equal("<script>alert(1)</script> \"lamp\"", card.Find("h3").TextContent);
    }
}
