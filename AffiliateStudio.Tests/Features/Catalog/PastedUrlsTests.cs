using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Features.Catalog;

public sealed class PastedUrlsTests
{
    private static readonly Actor Creator = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), Roles.Creator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://amazon.test/p/A1", true)]
    [InlineData("www.walmart.com/ip/1", true)]
    [InlineData("walmart.com/ip/1", true)]
    [InlineData("amzn.to/3xYz", true)]
    [InlineData("http://x", true)]
    [InlineData("Check this out https://amazon.test/p/A1 cool", true)]
    [InlineData("Look:www.walmart.com/ip/1", true)]
    [InlineData("desk lamp", false)]
    [InlineData("usb-c/lightning", false)]
    [InlineData("7.5 inch", false)]
    [InlineData("", false)]
    public void Text_InTheSearchBox_IsTakenForWhatItIs(string text, bool isUrl) => Assert.Equal(isUrl, PastedUrls.LooksLikeUrl(text));

    [Theory, ClassData(typeof(Engines))]
    public async Task KnownProduct_WithConnection_IsLookedUpOnce(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        rig.Amazon.OnLookUp = (ids, _) => Task.FromResult(FakePartner.Found(rig.Amazon.Offer(ids[0], "Desk Lamp")));
        var urls = rig.Get<PastedUrls>();

        var pasted = (await urls.ResolveAsync(" https://amazon.test/p/A1?tag=somebody-20 ", Cancel)).Value;
        await urls.ResolveAsync("https://amazon.test/p/A1", Cancel);

        Assert.Equal("Desk Lamp", pasted.Offer!.Title);
        Assert.Equal("https://amazon.test/p/A1", pasted.Product.CleanUrl);
        Assert.Equal(1, rig.Amazon.Lookups);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Product_WithoutConnection_IsAskedOfThePersonAndKept(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);
        var urls = rig.Get<PastedUrls>();
        var pasted = (await urls.ResolveAsync("https://walmart.test/p/W1?ref=junk", Cancel)).Value;
        Assert.Null(pasted.Offer);

        var entered = await urls.EnterAsync(
            Creator,
            new EnteredProduct { Url = "https://walmart.test/p/W1?ref=junk", Title = " Desk  Lamp ", ImageUrl = "https://pictures.test/a.jpg", Price = "24.99" },
            Cancel);

        var offer = (await urls.ResolveAsync("https://walmart.test/p/W1", Cancel)).Value.Offer!;
        Assert.Equal(entered.Value, offer.Id);
        Assert.Equal(("Desk Lamp", "https://walmart.test/p/W1", true), (offer.Title, offer.ProductUrl, offer.IsEnteredByHand));
        Assert.Equal(2499, offer.Price.Price!.Value.MinorUnits);
        Assert.Equal("https://pictures.test/a.jpg", offer.ImageUrl);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SharedText_WithAddresses_LeadsToTheOneOrSaysThatOneAtATimeWorks(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);
        var urls = rig.Get<PastedUrls>();
        string[] shared =
        [
            "Check this out https://amazon.test/p/A1 cool", "Desk Lamp (https://amazon.test/p/A1).", "https://amazon.test/p/A1 and once more https://amazon.test/p/A1",
        ];

        foreach (var text in shared)
        {
            Assert.Equal("https://amazon.test/p/A1", (await urls.ResolveAsync(text, Cancel)).Value.Product.CleanUrl);
        }

        Assert.Equal(CatalogErrors.SeveralUrls, (await urls.ResolveAsync("https://amazon.test/p/A1 or https://walmart.test/p/W1", Cancel)).Error);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task PartnerDown_KnownOffer_IsShownWithANotice(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync([rig.Walmart.Offer("W1", "Desk Lamp")], Cancel);
        rig.Clock.Advance(TimeSpan.FromHours(3));
        rig.Walmart.OnLookUp = (_, _) => throw new InvalidOperationException("half a body");

        var pasted = (await rig.Get<PastedUrls>().ResolveAsync("https://walmart.test/p/W1", Cancel)).Value;

        Assert.Equal("Desk Lamp", pasted.Offer!.Title);
        Assert.Equal("Walmart is not answering just now.", pasted.Notice);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Text_ThatIsNoKnownProduct_IsRefusedWithTheWayOut(DatabaseProvider engine)
    {
        (string Text, string Code)[] refused =
        [
            ("https://amzn.to/3xYz", "catalog.short-link"),
            ("a.co/d/abc", "catalog.short-link"),
            ("https://walmrt.us/x", "catalog.short-link"),
            ("https://shop.example/p/1", "catalog.url-not-recognized"),
            ("https://amazon.test.evil.example/p/A1", "catalog.url-not-recognized"),
            ("javascript://amazon.test/p/A1", "catalog.url-not-recognized"),
            ("desk lamp", "catalog.not-a-url"),
            (string.Empty, "catalog.not-a-url"),
        ];
        await using var rig = await CatalogRig.CreateAsync(engine);

        foreach (var (text, code) in refused)
        {
            Assert.Equal((text, code), (text, (await rig.Get<PastedUrls>().ResolveAsync(text, Cancel)).Error?.Code));
        }
    }

    [Fact]
    public void UnknownShop_IsAnsweredWithAllThatWork()
    {
        var error = CatalogErrors.NotRecognized([.. Profiles.All.Select(profile => profile.Facts.Name)]);

        Assert.Contains("Product addresses of Amazon, Walmart, Target, Rakuten and Expedia work;", error.Message, StringComparison.Ordinal);
        Assert.Contains("Product addresses of Target work;", CatalogErrors.NotRecognized(["Target"]).Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task EndlessAddress_IsRefused(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);

        var result = await rig.Get<PastedUrls>().ResolveAsync("https://amazon.test/p/" + new string('A', 10_000), Cancel);

        Assert.Equal("catalog.url-too-long", result.Error!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task WhatAPersonEnters_OutOfBounds_IsRefusedAtItsField(DatabaseProvider engine)
    {
        (string Title, string Picture, string Price, string Field)[] refused =
        [
            ("", "https://p.test/a.jpg", "", "Title"),
            ("ab", "", "", "Title"),
            ("Lamp", "http://p.test/a.jpg", "", "ImageUrl"),
            ("Lamp", "javascript:alert(1)", "", "ImageUrl"),
            ("Lamp", "https://p.test/a.SVG?x=1", "", "ImageUrl"),
            ("Lamp", "https://p.test/a.sv%67", "", "ImageUrl"),
            ("Lamp", "https://me:you@p.test/a.jpg", "", "ImageUrl"),
            ("Lamp", "https://127.0.0.1/a.jpg", "", "ImageUrl"),
            ("Lamp", "https://localhost/a.jpg", "", "ImageUrl"),
            ("Lamp", "https://p.test/\" onerror=\"x", "", "ImageUrl"),
            ("Lamp", "", "cheap", "Price"),
            ("Lamp", "", "-5", "Price"),
            ("Lamp", "", "99999999999", "Price"),
            ("Lamp", "", "24,99", "Price"),
        ];
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);

        foreach (var (title, picture, price, field) in refused)
        {
            var result = await rig.Get<PastedUrls>().EnterAsync(
                Creator, new EnteredProduct { Url = "https://walmart.test/p/W1", Title = title, ImageUrl = picture, Price = price }, Cancel);

            Assert.Equal((title, picture, price, field), (title, picture, price, result.Error?.Field));
        }
    }

    [Theory]
    [InlineData("en-US", "24.99")]
    [InlineData("de-DE", "24,99")]
    public void PriceThatIsNotRead_IsToldTheFormOfTheOwnCulture(string culture, string form)
    {
        var error = CatalogErrors.PriceNotRead(AffiliateStudio.Platform.Money.Currency.Usd, System.Globalization.CultureInfo.GetCultureInfo(culture));

        Assert.Equal("Price", error.Field);
        Assert.Contains($"such as {form},", error.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SomebodyElse_Enters_IsRefused(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);

        var result = await rig.Get<PastedUrls>().EnterAsync(Actor.Anonymous, new EnteredProduct { Url = "https://walmart.test/p/W1", Title = "Lamp" }, Cancel);

        Assert.Equal("catalog.creators-only", result.Error!.Code);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task HandMadeOffer_OncePartnerTells_BecomesThePartners(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine, connected: false);
        var urls = rig.Get<PastedUrls>();
        var id = (await urls.EnterAsync(Creator, new EnteredProduct { Url = "https://walmart.test/p/W1", Title = "my lamp" }, Cancel)).Value;
        rig.Walmart.OnLookUp = (ids, _) => Task.FromResult(FakePartner.Found(rig.Walmart.Offer(ids[0], "Desk Lamp")));
        await rig.ConnectAsync(PartnerKey.Walmart);

        var offer = (await urls.ResolveAsync("https://walmart.test/p/W1", Cancel)).Value.Offer!;

        Assert.Equal((id, "Desk Lamp", false), (offer.Id, offer.Title, offer.IsEnteredByHand));
    }
}
