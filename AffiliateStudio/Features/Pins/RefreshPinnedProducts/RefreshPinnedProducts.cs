using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Pins.RefreshPinnedProducts;

/// <summary>
/// Asks partners again for the products of live pins before their prices and pictures get too old to be shown. Amazon, the strictest, allows 24 hours; a product is asked
/// for after <see cref="OldEnough"/>, which leaves room for a partner that is away for a while.
/// </summary>
internal sealed class RefreshPinnedProducts(IDbContextFactory<StudioDb> databases, OfferUpdates updates, TimeProvider clock) : IStudioJob
{
    /// <summary>The job's name on the board.</summary>
    public const string Name = "Refresh pinned products";

    /// <summary>How old an answer is when it is asked for again.</summary>
    public static readonly TimeSpan OldEnough = TimeSpan.FromHours(12);

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var before = clock.UtcNow() - OldEnough;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stale = await db.Set<Offer>()
            .Where(offer => !offer.IsEnteredByHand && (offer.FetchedAt == null || offer.FetchedAt < before))
            .Where(offer => db.Set<Pin>().Any(pin => pin.OfferId == offer.Id && pin.State == PinState.Live))
            .OrderBy(offer => offer.FetchedAt)
            .Select(offer => new { offer.Partner, offer.ExternalId })
            .ToListAsync(cancellationToken);
        var told = 0;
        foreach (var (index, partner) in stale.GroupBy(offer => offer.Partner).Index())
        {
            progress.Report(index, stale.Count, $"Asking {partner.Key} for {partner.Count()}");
            told += await updates.AskAsync(partner.Key, [.. partner.Select(offer => offer.ExternalId)], cancellationToken);
        }

        progress.Report(100, $"{told} of {stale.Count} products told anew");
    }
}
