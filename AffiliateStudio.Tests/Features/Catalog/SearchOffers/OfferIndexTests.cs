using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Catalog.SearchOffers;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Catalog.SearchOffers;

public sealed class OfferIndexTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Words_OfATitle_AreFoundInAnyFormAndUnfinished(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Northlight LED Desk Lamp, White"), rig.Amazon.Offer("A2", "Crème Brûlée Torch"), rig.Walmart.Offer("W1", "Women's Running Shoes 7.5")], Cancel);

        Assert.Equal(["A1"], await FindAsync(rig, "desk lamps"));
        Assert.Equal(["A1"], await FindAsync(rig, "the DESK la"));
        Assert.Equal(["A1"], await FindAsync(rig, "northlight whi"));
        Assert.Equal(["A2"], await FindAsync(rig, "creme brulee"));
        Assert.Equal(["A2"], await FindAsync(rig, "CRÈME"));
        Assert.Equal(["W1"], await FindAsync(rig, "women's shoes 7.5"));
        Assert.Empty(await FindAsync(rig, "desk shoes"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Title_Changed_IsFoundByItsNewWordsOnly(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Kettle")], Cancel);
        await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Toaster")], Cancel);

        Assert.Equal(["A1"], await FindAsync(rig, "toaster"));
        Assert.Empty(await FindAsync(rig, "kettle"));
        await using (var db = await rig.Databases.CreateDbContextAsync(Cancel))
        {
            await db.InWriteAsync(token => db.Set<Offer>().ExecuteDeleteAsync(token), Cancel);
        }

        Assert.Empty(await FindAsync(rig, "toaster"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task TextInTheIndexsOwnLanguage_IsReadAsWords(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync([rig.Amazon.Offer("A1", "Desk Lamp")], Cancel);

        foreach (var text in new[] { "\"", "'", "lamp\" OR title:x", "lamp*", "NEAR(desk lamp)", "lamp AND", "desk & !lamp | x:*", "^lamp", "{title}:lamp", "-lamp", "'; DROP TABLE offers; --", "\\", "%_", "🎥", "🎥 lamp", "\0lamp", "{0}", "لمبة", "ランプ", "()" })
        {
            await FindAsync(rig, text);
        }

        Assert.Equal(["A1"], await FindAsync(rig, "\"desk\" 🎥 (lamp)*"));
        Assert.Empty(await FindAsync(rig, "🎥"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Filters_LeaveOutWhatDoesNotFit(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync(
            [
                rig.Amazon.Offer("A1", "Lamp", 1000, "Home/Lighting"), rig.Amazon.Offer("A2", "Lamp", 3000, "Garden") with { Stock = StockState.OutOfStock },
                rig.Walmart.Offer("W1", "Lamp", 2000, "Home/Lighting/Desk Lamps"),
            ],
            Cancel);

        Assert.Equal(["W1"], await FindAsync(rig, "lamp", query => query with { Partner = PartnerKey.Walmart }));
        Assert.Equal(["A1", "W1"], (await FindAsync(rig, "lamp", query => query with { Category = "Home" })).Order());
        Assert.Empty(await FindAsync(rig, "lamp", query => query with { Category = "Hom" }));
        Assert.Equal(["W1"], await FindAsync(rig, "lamp", query => query with { MinPriceMinor = 1500, MaxPriceMinor = 2500 }));
        Assert.Equal(["A1", "W1"], (await FindAsync(rig, "lamp", query => query with { InStockOnly = true })).Order());
        Assert.Equal(["A1", "W1", "A2"], await FindAsync(rig, "lamp", query => query with { Sort = OfferSort.PriceAscending }));
        Assert.Equal(["A2", "W1", "A1"], await FindAsync(rig, "lamp", query => query with { Sort = OfferSort.PriceDescending }));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task MerchantOfAPartner_LeavesOutTheOthers(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync(
            [rig.Walmart.Offer("W1", "Lamp") with { MerchantId = "54321" }, rig.Walmart.Offer("W2", "Lamp") with { MerchantId = "54410" }, rig.Amazon.Offer("A1", "Lamp") with { MerchantId = "54321" }],
            Cancel);

        Assert.Equal(["W1"], await FindAsync(rig, "lamp", query => query with { Partner = PartnerKey.Walmart, Merchant = "54321" }));
        Assert.Equal(3, (await FindAsync(rig, "lamp", query => query with { Merchant = "54321" })).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task MoreThanAPage_IsReadPageByPageWithoutRepeats(DatabaseProvider engine)
    {
        await using var rig = await CatalogRig.CreateAsync(engine);
        await rig.Offers.UpsertAsync([.. Enumerable.Range(0, 30).Select(i => rig.Amazon.Offer($"A{i}", $"Lamp {i}"))], Cancel);
        var index = rig.Get<OfferIndex>();

        var first = await index.FindAsync(new SearchQuery { Words = "lamp" }, 1, Cancel);
        var second = await index.FindAsync(new SearchQuery { Words = "lamp" }, 2, Cancel);

        Assert.Equal((true, false), (first.HasMore, second.HasMore));
        Assert.Equal(30, first.Ids.Concat(second.Ids).Distinct().Count());
    }

    private static async Task<IReadOnlyList<string>> FindAsync(CatalogRig rig, string words, Func<SearchQuery, SearchQuery>? with = null)
    {
        var query = new SearchQuery { Words = words };
        var (ids, _) = await rig.Get<OfferIndex>().FindAsync(with?.Invoke(query) ?? query, 1, Cancel);
        var found = await rig.Offers.FindManyAsync(ids, Cancel);
        return [.. ids.Select(id => found[id].ExternalId)];
    }
}
