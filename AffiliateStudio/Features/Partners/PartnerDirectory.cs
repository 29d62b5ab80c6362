using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>
/// The partners and the facts about them. Redirects and every card read it, so the rows are kept in memory; <see cref="Forget"/> makes the next reader look again.
/// </summary>
internal sealed class PartnerDirectory(IDbContextFactory<StudioDb> databases)
{
    private volatile IReadOnlyList<Partner>? _partners;

    /// <summary>All partners by name. The rows are shared: nobody changes them.</summary>
    public async ValueTask<IReadOnlyList<Partner>> ListAsync(CancellationToken cancellationToken)
    {
        if (_partners is { } known)
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var partners = await db.Set<Partner>().AsNoTracking().OrderBy(partner => partner.Name).ToListAsync(cancellationToken);

        // Before the rows are seeded there is nothing worth remembering.
        if (partners.Count > 0)
        {
            _partners = partners;
        }

        return partners;
    }

    /// <summary>One partner, or null when there is none with this key.</summary>
    public async ValueTask<Partner?> FindAsync(PartnerKey key, CancellationToken cancellationToken)
    {
        foreach (var partner in await ListAsync(cancellationToken))
        {
            if (partner.Key == key)
            {
                return partner;
            }
        }

        return null;
    }

    /// <summary>Drops what is in memory, after a partner was changed.</summary>
    public void Forget() => _partners = null;
}
