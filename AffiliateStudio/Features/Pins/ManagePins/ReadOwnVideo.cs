using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Features.Pins.ManagePins;

/// <summary>One of the actor's videos with its pins and their clicks.</summary>
internal sealed class ReadOwnVideo(
    IDbContextFactory<StudioDb> databases,
    OfferStore offers,
    PartnerDirectory partners,
    PinLinks links,
    VideoPins numbers,
    IOptions<PinsOptions> options)
{
    /// <summary>Which video.</summary>
    /// <param name="Actor">Its creator.</param>
    /// <param name="Video">The video.</param>
    public sealed record Query(Actor Actor, VideoId Video);

    /// <summary>The video, or null when it is deleted or somebody else's.</summary>
    public async Task<OwnVideo?> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var video = await db.Set<Video>().AsNoTracking().FirstOrDefaultAsync(
            v => v.Id == query.Video && v.DeletedAt == null && db.Set<Creator>().Any(c => c.Id == v.CreatorId && c.UserId == query.Actor.UserId), cancellationToken);
        if (video is null)
        {
            return null;
        }

        var pins = await db.Set<Pin>().AsNoTracking().Where(pin => pin.VideoId == query.Video).OrderBy(pin => pin.Position).ToListAsync(cancellationToken);
        var summaries = await offers.FindManyAsync([.. pins.Select(pin => pin.OfferId).Distinct()], cancellationToken);
        var clicks = await numbers.ClicksOfAsync([.. pins.Select(pin => pin.Id)], cancellationToken);
        var comments = await db.Set<PlatformComment>().AsNoTracking().Where(comment => db.Set<Pin>().Any(pin => pin.Id == comment.PinId && pin.VideoId == query.Video))
            .ToDictionaryAsync(comment => comment.PinId, PinComment.Of, cancellationToken);
        var rows = new List<OwnPin>();
        foreach (var pin in pins)
        {
            var offer = summaries.GetValueOrDefault(pin.OfferId);
            var problem = pin.State != PinState.Retired && offer is not null && await partners.FindAsync(pin.Partner, cancellationToken) is { } partner
                ? await links.WhyNotEarningAsync(pin.CreatorId, partner, new ProductReference(offer.ExternalId, offer.ProductUrl), cancellationToken)
                : null;
            rows.Add(new OwnPin(pin.Id, pin.Version, pin.LinkCode, pin.State, pin.Disclosure, pin.Text, pin.PublishedAt, clicks.GetValueOrDefault(pin.Id), offer, problem, comments.GetValueOrDefault(pin.Id)));
        }

        return new OwnVideo(
            video.Id,
            video.Caption,
            video.MediaType,
            video.HasPoster,
            video.CreatedAt,
            options.Value.MaxPerVideo,
            [.. rows.Where(pin => pin.State != PinState.Retired)],
            [.. rows.Where(pin => pin.State == PinState.Retired).OrderByDescending(pin => pin.PublishedAt)],
            video.Platform is null ? null : new PlatformFigures(video.ShareUrl, video.ViewCount, video.GoneAt is not null));
    }
}
