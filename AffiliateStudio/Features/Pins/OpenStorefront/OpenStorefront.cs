using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Videos.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.OpenStorefront;

/// <summary>What everybody sees of a creator.</summary>
internal sealed class OpenStorefront(IDbContextFactory<StudioDb> databases, PinnedProducts products)
{
    private const int MostVideos = 60;

    private const int MostProducts = 100;

    /// <summary>Whose page.</summary>
    /// <param name="Handle">The handle, in any case.</param>
    public sealed record Query(string Handle);

    /// <summary>The page, or null when nobody has the handle.</summary>
    public async Task<Storefront?> RunAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var handle = query.Handle.ToLowerInvariant();
        var creator = await db.Set<Creator>().AsNoTracking().FirstOrDefaultAsync(c => c.Handle == handle, cancellationToken);
        if (creator is null)
        {
            return null;
        }

        var videos = await db.Set<Video>().Where(video => video.CreatorId == creator.Id && video.DeletedAt == null && video.GoneAt == null)
            .OrderByDescending(video => video.CreatedAt).Take(MostVideos)
            .Select(video => new StorefrontVideo(
                video.Id,
                video.Caption,
                video.PosterFileName != null || video.CoverUrl != null,
                db.Set<Pin>().Count(pin => pin.VideoId == video.Id && pin.State == PinState.Live)))
            .ToListAsync(cancellationToken);
        var pinned = await products.OfCreatorAsync(db, creator.Id, MostProducts, cancellationToken);
        return new Storefront(creator.Handle, creator.DisplayName, creator.Bio, videos, [.. pinned.DistinctBy(product => product.Offer)]);
    }
}
