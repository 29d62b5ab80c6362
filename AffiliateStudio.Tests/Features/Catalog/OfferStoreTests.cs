using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Catalog;

public sealed class OfferStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task SameOfferToldTwice_Id_Stays(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var first = await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Desk Lamp")], Cancel);

        var second = await rig.Offers.UpsertAsync([rig.Amazon.Offer("A2", "Floor Lamp"), rig.Amazon.Offer("A1", "Desk Lamp, Black", 1999)], Cancel);

        Assert.Equal(first[0], second[1]);
        var offer = await rig.Offers.FindAsync(first[0], Cancel);
        Assert.Equal("Desk Lamp, Black", offer!.Title);
        Assert.Equal(new Money(1999, Currency.Usd), offer.Price.Price);
        Assert.Equal("Amazon", offer.Merchant);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AnswerWithGaps_WhatIsKnown_IsKeptWithItsAge(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Desk Lamp", gtin: "00012345678905")], Cancel))[0];
        var told = rig.Clock.GetUtcNow().UtcDateTime;
        rig.Clock.Advance(TimeSpan.FromHours(2));

        await rig.Offers.UpsertAsync([new PartnerOffer { Partner = rig.Amazon.Partner, ExternalId = "A1", Title = "Desk Lamp", ProductUrl = "https://amazon.test/p/A1" }], Cancel);

        var offer = (await rig.Offers.FindAsync(id, Cancel))!;
        Assert.Equal(("Northlight", "00012345678905", StockState.InStock), (offer.Brand, offer.Gtin, offer.Stock));
        Assert.Equal(told, offer.Price.AsOf);
        Assert.True(offer.Price.NeedsStamp);
        Assert.Equal(rig.Clock.GetUtcNow().UtcDateTime, offer.FetchedAt);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task AmazonPrice_ByItsAge_IsShownStampedOrHidden(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Desk Lamp")], Cancel))[0];
        var age = 0;

        foreach (var (minutes, shown, stamped) in new[] { (59, true, false), (61, true, true), ((24 * 60) - 1, true, true), ((24 * 60) + 1, false, false) })
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(minutes - age));
            age = minutes;

            var offer = (await rig.Offers.FindAsync(id, Cancel))!;
            Assert.Equal(
                (minutes, shown, stamped, !shown, shown, shown),
                (minutes, offer.Price.Price is not null, offer.Price.NeedsStamp, offer.Price.IsTooOld, offer.ImageUrl is not null, offer.PerSale is not null));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task WalmartPrice_WeeksOld_IsShownWithItsTime(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Walmart.Offer("W1", "Desk Lamp")], Cancel))[0];

        rig.Clock.Advance(TimeSpan.FromDays(20));

        var price = (await rig.Offers.FindAsync(id, Cancel))!.Price;
        Assert.NotNull(price.Price);
        Assert.NotNull(price.AsOf);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task MoneyPerSale_OfAnOffer_IsPriceTimesRateTimesShareWithItsSum(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var id = (await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Pan", 3499, "Home/Kitchen")], Cancel))[0];

        var earning = (await rig.Offers.FindAsync(id, Cancel))!.Earning!;

        // 34.99 x 4.5 % x 80 % = 1.25964, rounded once.
        Assert.Equal(new Money(126, Currency.Usd), earning.PerSale);
        Assert.Equal("$34.99 × 4.5 % commission × 80 % your share = $1.26", earning.Sum(System.Globalization.CultureInfo.GetCultureInfo("en-US")));
        Assert.StartsWith("Estimate", earning.Source, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task SameGtin_AtTwoPartners_IsFoundSideBySide(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync(
            [rig.Amazon.Offer("A1", "Lamp", 3000, gtin: "00012345678905"), rig.Walmart.Offer("W1", "Lamp", 2500, gtin: "00012345678905"), rig.Walmart.Offer("W2", "Other")],
            Cancel);

        var same = await rig.Offers.FindSameProductAsync("00012345678905", Cancel);

        Assert.Equal(["W1", "A1"], same.Select(offer => offer.ExternalId));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task HostileAnswer_IsCutCleanedOrSkipped(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var long300 = rig.Amazon.Offer("A1", "Lamp\0 \u0007 " + new string('x', 400)) with { ImageUrls = ["javascript:alert(1)", "http://x.test/a.jpg", "https://x.test/a.jpg", "/sandbox/pictures/1.svg"] };

        var kept = await rig.Offers.UpsertAsync([long300, rig.Amazon.Offer(new string('9', 65), "Id too long"), rig.Amazon.Offer("A3", " \t ")], Cancel);

        var offer = (await rig.Offers.FindAsync(Assert.Single(kept), Cancel))!;
        Assert.Equal(300, offer.Title.Length);
        Assert.StartsWith("Lamp xxx", offer.Title, StringComparison.Ordinal);
        Assert.Equal(["https://x.test/a.jpg", "/sandbox/pictures/1.svg"], offer.ImageUrls);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TwoSearchesAtOnce_SameNewOffers_MakeOneRowEach(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        var answer = Enumerable.Range(0, 20).Select(i => rig.Amazon.Offer($"A{i}", $"Lamp {i}")).ToList();

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Offers.UpsertAsync(answer, Cancel))));

        Assert.All(ids, each => Assert.Equal(ids[0], each));
        await using var db = await rig.Databases.CreateDbContextAsync(Cancel);
        Assert.Equal(20, await db.Set<Offer>().CountAsync(Cancel));
    }
}
