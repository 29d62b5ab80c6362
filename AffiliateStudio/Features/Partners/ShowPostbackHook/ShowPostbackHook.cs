using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.ShowPostbackHook;

/// <summary>Looks at a partner's hook.</summary>
internal sealed class ShowPostbackHook(IDbContextFactory<StudioDb> databases)
{
    /// <summary>The hook, or null when there is none or somebody else than an admin asks.</summary>
    public async Task<PostbackView?> RunAsync(Actor actor, PartnerKey partner, CancellationToken cancellationToken)
    {
        if (!actor.IsAdmin)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<PostbackHook>().Where(hook => hook.Partner == partner)
            .Select(hook => new PostbackView(hook.MadeAt, hook.FormerTokenHash != null, hook.AllowedSources, hook.LastReceivedAt, hook.Received))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
