using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.RotatePostbackHook;

/// <summary>Makes a partner's hook, or a new address for it. The address before goes on working until it is revoked, so that nothing is missed while the partner's settings change.</summary>
internal sealed class RotatePostbackHook(IDbContextFactory<StudioDb> databases, PostbackHooks hooks, OwnAddress address, TimeProvider clock)
{
    /// <summary>What to do.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner);

    /// <summary>Does it. The address is told this once and cannot be had again.</summary>
    public async Task<Result<string>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        if (PostbackStyles.Of(command.Partner) is null)
        {
            return PartnerErrors.NoPostbacks;
        }

        var token = PostbackToken.New();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.InWriteAsync(
            async cancel =>
            {
                await KeepAsync(db, command.Partner, PostbackToken.HashOf(token), cancel);
                return await db.SaveChangesAsync(cancel);
            },
            cancellationToken);
        hooks.Forget(command.Partner);
        return new Uri(address.Public, PartnersRoutes.Hook(command.Partner, token)).AbsoluteUri;
    }

    private async Task KeepAsync(StudioDb db, PartnerKey partner, string hash, CancellationToken cancellationToken)
    {
        var hook = await db.FindAsync<PostbackHook>([partner], cancellationToken);
        if (hook is null)
        {
            db.Add(new PostbackHook { Partner = partner, TokenHash = hash, MadeAt = clock.UtcNow() });
            return;
        }

        (hook.FormerTokenHash, hook.TokenHash, hook.MadeAt) = (hook.TokenHash, hash, clock.UtcNow());
    }
}
