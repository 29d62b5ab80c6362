using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Money;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Catalog;

/// <summary>Our copy of what partners told us about offers. An id stays as long as partner and external id do; what an answer leaves out is kept.</summary>
internal sealed class OfferStore(IDbContextFactory<StudioDb> databases, OfferSummaries summaries, PartnerDirectory partners, IdGenerator ids, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>What may be shown of an offer now, or null when there is none with this id.</summary>
    public async Task<OfferSummary?> FindAsync(OfferId id, CancellationToken cancellationToken) =>
        (await FindManyAsync([id], cancellationToken)).GetValueOrDefault(id);

    /// <summary>What may be shown of several offers now, by id; ids that are not known are left out.</summary>
    public async Task<IReadOnlyDictionary<OfferId, OfferSummary>> FindManyAsync(IReadOnlyCollection<OfferId> wanted, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var offers = await db.Set<Offer>().AsNoTracking().Where(offer => wanted.Contains(offer.Id)).ToListAsync(cancellationToken);
        return (await summaries.MakeAsync(offers, cancellationToken)).ToDictionary(summary => summary.Id);
    }

    /// <summary>The stored row, or null.</summary>
    public async Task<Offer?> FindOfferAsync(OfferId id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Offer>().AsNoTracking().FirstOrDefaultAsync(offer => offer.Id == id, cancellationToken);
    }

    /// <summary>The offer that a partner knows under this id, or null when we do not know it.</summary>
    public async Task<Offer?> FindOfferAsync(PartnerKey partner, string externalId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Offer>().AsNoTracking().FirstOrDefaultAsync(offer => offer.Partner == partner && offer.ExternalId == externalId, cancellationToken);
    }

    /// <summary>The same product at every partner, the given offer included, cheapest first.</summary>
    public async Task<IReadOnlyList<OfferSummary>> FindSameProductAsync(string gtin, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var offers = await db.Set<Offer>().AsNoTracking().Where(offer => offer.Gtin == gtin).OrderBy(offer => offer.PriceMinor).Take(20).ToListAsync(cancellationToken);
        return await summaries.MakeAsync(offers, cancellationToken);
    }

    /// <summary>
    /// Keeps a partner's answer, all of it or nothing, and gives the ids in the answer's order. Known offers keep their id; members that the answer leaves out keep their
    /// value and their age. Offers without id, title or page are skipped.
    /// </summary>
    public async Task<IReadOnlyList<OfferId>> UpsertAsync(IReadOnlyList<PartnerOffer> answer, CancellationToken cancellationToken)
    {
        var told = answer
            .Where(offer => offer.ExternalId.Length is > 0 and <= 64 && OfferText.Line(offer.Title, 300).Length > 0 && offer.ProductUrl.Length is > 0 and <= 2000)
            .DistinctBy(offer => (offer.Partner, offer.ExternalId))
            .ToList();
        if (told.Count == 0)
        {
            return [];
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await UpsertOnceAsync(told, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else's search brought the same new offers a moment before; they are known now.
            }
        }
    }

    private async Task<IReadOnlyList<OfferId>> UpsertOnceAsync(List<PartnerOffer> told, CancellationToken cancellationToken)
    {
        var names = (await partners.ListAsync(cancellationToken)).ToDictionary(partner => partner.Key, partner => partner.Name);
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var keys = told.Select(offer => offer.Partner).Distinct().ToList();
        var externalIds = told.Select(offer => offer.ExternalId).ToList();
        var known = await db.Set<Offer>().Where(offer => keys.Contains(offer.Partner) && externalIds.Contains(offer.ExternalId))
            .ToDictionaryAsync(offer => (offer.Partner, offer.ExternalId), cancellationToken);
        var kept = new List<OfferId>(told.Count);
        foreach (var offer in told)
        {
            if (!known.TryGetValue((offer.Partner, offer.ExternalId), out var row))
            {
                row = New(offer, now);
                db.Add(row);
            }

            Tell(row, offer, names.GetValueOrDefault(offer.Partner, offer.Partner.Value), now);
            kept.Add(row.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }

    private Offer New(PartnerOffer offer, DateTime now) => new()
    {
        Id = ids.New<OfferId>(),
        Partner = offer.Partner,
        ExternalId = offer.ExternalId,
        Title = string.Empty,
        Merchant = string.Empty,
        Currency = Currency.Usd,
        ProductUrl = offer.ProductUrl,
        CreatedAt = now,
    };

    private static void Tell(Offer row, PartnerOffer told, string partnerName, DateTime now)
    {
        row.Title = OfferText.Line(told.Title, 300);
        row.Merchant = Told(OfferText.Line(told.Merchant, 120), row.Merchant.Length > 0 ? row.Merchant : partnerName);
        row.MerchantId = told.MerchantId is { Length: <= 40 } merchant ? merchant : row.MerchantId;
        row.PaysNothing = told.PaysNothing;
        if (told.Stay is { } stay)
        {
            (row.CheckIn, row.CheckOut, row.Guests, row.NightlyMinor) = (stay.CheckIn, stay.CheckOut, stay.Guests, stay.PerNight?.MinorUnits);
        }

        row.Brand = Told(OfferText.Line(told.Brand, 120), row.Brand);
        row.Description = Told(OfferText.Paragraphs(told.Description, 4000), row.Description);
        row.Gtin = told.Gtin is { Length: 14 } gtin ? gtin : row.Gtin;
        row.Category = Told(told.CategoryPath is null ? string.Empty : StudioCategories.Map(told.Partner, told.CategoryPath), row.Category);
        row.Stock = told.Stock == StockState.Unknown ? row.Stock : told.Stock;
        row.ProductUrl = told.ProductUrl;
        row.FetchedAt = now;
        row.IsEnteredByHand = false;
        if (told.Price is { IsNegative: false } price)
        {
            row.PriceMinor = price.MinorUnits;
            row.WasPriceMinor = told.WasPrice is { } was && was.Currency == price.Currency ? was.MinorUnits : null;
            row.Currency = price.Currency;
            row.PriceAsOf = now;
        }

        if (OfferText.Pictures(told.ImageUrls, 4000) is { Length: > 0 } pictures)
        {
            row.ImageUrls = pictures;
            row.PicturesAsOf = now;
        }
    }

    private static string Told(string told, string kept) => told.Length > 0 ? told : kept;
}
