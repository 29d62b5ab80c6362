using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.RevokePostbackHook;

/// <summary>Closes the address that a partner's hook had before, or the whole hook. Orders are read on schedule all the same.</summary>
internal sealed class RevokePostbackHook(IDbContextFactory<StudioDb> databases, PostbackHooks hooks)
{
    /// <summary>What to close.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="OnlyFormer">Whether the address in force stays.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, bool OnlyFormer);

    /// <summary>Does it; twice is once.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.FindAsync<PostbackHook>([command.Partner], cancellationToken) is { } hook)
        {
            if (command.OnlyFormer)
            {
                hook.FormerTokenHash = null;
            }
            else
            {
                db.Remove(hook);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        hooks.Forget(command.Partner);
        return Result.Success;
    }
}
