using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>Reads the rate cards.</summary>
internal sealed class RateCards(IDbContextFactory<StudioDb> databases)
{
    /// <summary>All cards of all partners as one book; a few hundred rows, read again each time so that a new card counts at once.</summary>
    public async Task<RateCardBook> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new RateCardBook(await db.Set<RateCard>().AsNoTracking().ToListAsync(cancellationToken));
    }
}
