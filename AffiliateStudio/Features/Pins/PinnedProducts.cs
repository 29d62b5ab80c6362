using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins;

/// <summary>Reads live pins with what viewers may see of their products: prices and pictures age by the partner's rules.</summary>
internal sealed class PinnedProducts(PartnerDirectory partners, IMerchantBook merchants, TimeProvider clock)
{
    /// <summary>The live pins of a video, the top one first.</summary>
    public Task<IReadOnlyList<PinnedProduct>> OfVideoAsync(StudioDb db, VideoId video, CancellationToken cancellationToken) => ReadAsync(
        db, db.Set<Pin>().Where(pin => pin.VideoId == video && pin.State == PinState.Live).OrderBy(pin => pin.Position).ThenBy(pin => pin.PublishedAt), cancellationToken);

    /// <summary>The live pins of a creator's videos, the newest first.</summary>
    public Task<IReadOnlyList<PinnedProduct>> OfCreatorAsync(StudioDb db, CreatorId creator, int most, CancellationToken cancellationToken) => ReadAsync(
        db, db.Set<Pin>().Where(pin => pin.CreatorId == creator && pin.State == PinState.Live).OrderByDescending(pin => pin.PublishedAt).Take(most), cancellationToken);

    private async Task<IReadOnlyList<PinnedProduct>> ReadAsync(StudioDb db, IQueryable<Pin> pins, CancellationToken cancellationToken)
    {
        var rows = await pins.Join(db.Set<Offer>(), pin => pin.OfferId, offer => offer.Id, (pin, offer) => new { pin, offer }).AsNoTracking().ToListAsync(cancellationToken);
        var shown = new List<PinnedProduct>(rows.Count);
        foreach (var row in rows)
        {
            if (await partners.FindAsync(row.offer.Partner, cancellationToken) is { } partner)
            {
                shown.Add(Show(row.pin, row.offer, partner));
            }
        }

        return shown;
    }

    private PinnedProduct Show(Pin pin, Offer offer, Partner partner)
    {
        var price = OfferPrice.Of(offer, partner, clock.UtcNow());
        var shop = ShopLabel.Of(partner, offer.MerchantId.Length > 0 ? merchants.Find(partner.Key, offer.MerchantId) : null);
        var pictures = OfferPrice.PicturesOf(offer, partner, clock.UtcNow());
        return new PinnedProduct(
            pin.Id,
            PinsRoutes.Go(pin.LinkCode),
            offer.Id,
            offer.Title,
            shop.Name,
            shop.Domain,
            pin.Disclosure,
            pin.Text,
            pictures.Count > 0 ? pictures[0] : null,
            price.Price,
            price.AsOf,
            offer.Stay,
            OfferStay.IsOver(offer.Stay, clock.UtcNow()));
    }
}
