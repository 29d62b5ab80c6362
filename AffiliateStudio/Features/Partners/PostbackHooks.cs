using System.Collections.Concurrent;
using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>
/// The hooks, kept in memory so that no flood of requests reaches the database. What another node changed is seen within seconds.
/// </summary>
internal sealed class PostbackHooks(IDbContextFactory<StudioDb> databases)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<PartnerKey, (long Ticks, PostbackHook? Hook, PostbackSources? Sources)> _known = new();

    /// <summary>A partner's hook and who may call it; null when there is none.</summary>
    public async ValueTask<(PostbackHook Hook, PostbackSources Sources)?> FindAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(partner, out var known) || Environment.TickCount64 - known.Ticks > LookEvery.TotalMilliseconds)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var hook = await db.Set<PostbackHook>().AsNoTracking().FirstOrDefaultAsync(row => row.Partner == partner, cancellationToken);

            // A list that cannot be read lets nobody in rather than everybody.
            var sources = PostbackSources.TryParse(hook?.AllowedSources, out var read, out _) ? read : null;
            _known[partner] = known = (Environment.TickCount64, hook, sources);
        }

        return known is { Hook: { } found, Sources: { } allowed } ? (found, allowed) : null;
    }

    /// <summary>Makes the next reader look again.</summary>
    public void Forget(PartnerKey partner) => _known.TryRemove(partner, out _);
}
