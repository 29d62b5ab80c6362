using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Pins.PreparePin;

/// <summary>Gathers what a creator has to see before pinning an offer.</summary>
internal sealed class PreparePin(
    IDbContextFactory<StudioDb> databases, OfferStore offers, PartnerDirectory partners, PinLinks links, IOptions<PinsOptions> options)
{
    private const int MostVideos = 100;

    /// <summary>What to pin.</summary>
    /// <param name="Actor">The creator.</param>
    /// <param name="Offer">The offer.</param>
    /// <param name="Video">The video that the creator comes from, which is among the choices however old it is; null for none.</param>
    public sealed record Query(Actor Actor, OfferId Offer, VideoId? Video = null);

    public async Task<Result<PinPreparation>> RunAsync(Query query, CancellationToken cancellationToken)
    {
        if (await offers.FindAsync(query.Offer, cancellationToken) is not { } offer || await partners.FindAsync(offer.Partner, cancellationToken) is not { } partner)
        {
            return PinErrors.OfferNotFound;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var creator = await db.Set<Creator>().Where(c => c.UserId == query.Actor.UserId).Select(c => (CreatorId?)c.Id).FirstOrDefaultAsync(cancellationToken);
        if (creator is null)
        {
            return PinErrors.NotACreator;
        }

        var videos = db.Set<Video>().Where(video => video.CreatorId == creator && video.DeletedAt == null && video.GoneAt == null);
        var targets = await TargetsAsync(db, videos.OrderByDescending(video => video.CreatedAt).Take(MostVideos), query.Offer, cancellationToken);
        if (query.Video is { } asked && targets.All(target => target.Video != asked))
        {
            targets.AddRange(await TargetsAsync(db, videos.Where(video => video.Id == asked), query.Offer, cancellationToken));
        }

        var problem = await links.WhyNotEarningAsync(creator.Value, partner, new ProductReference(offer.ExternalId, offer.ProductUrl), cancellationToken);
        return new PinPreparation(offer, PinText.DisclosureFor(partner), problem, options.Value.MaxPerVideo, targets);
    }

    private static Task<List<PinTarget>> TargetsAsync(StudioDb db, IQueryable<Video> videos, OfferId offer, CancellationToken cancellationToken) =>
        videos.Select(video => new PinTarget(
                video.Id,
                video.Caption,
                video.PosterFileName != null || video.CoverUrl != null,
                db.Set<Pin>().Count(pin => pin.VideoId == video.Id && pin.State != PinState.Retired),
                db.Set<Pin>().Any(pin => pin.VideoId == video.Id && pin.OfferId == offer && pin.State != PinState.Retired)))
            .ToListAsync(cancellationToken);
}
