using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.LimitPostbackSources;

/// <summary>Says from which addresses and networks a partner's hook may be called.</summary>
internal sealed class LimitPostbackSources(IDbContextFactory<StudioDb> databases, PostbackHooks hooks)
{
    /// <summary>What to keep.</summary>
    /// <param name="Actor">An admin.</param>
    /// <param name="Partner">The partner.</param>
    /// <param name="Sources">The list as typed; empty for everybody.</param>
    public sealed record Command(Actor Actor, PartnerKey Partner, string Sources);

    /// <summary>Keeps it.</summary>
    public async Task<Result> RunAsync(Command command, CancellationToken cancellationToken)
    {
        if (!command.Actor.IsAdmin)
        {
            return PartnerErrors.NotAllowed;
        }

        if (!PostbackSources.TryParse(command.Sources, out var sources, out var wrong))
        {
            return PartnerErrors.WrongSource(wrong);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.FindAsync<PostbackHook>([command.Partner], cancellationToken) is not { } hook)
        {
            return PartnerErrors.NoHook;
        }

        hook.AllowedSources = sources.Text;
        await db.SaveChangesAsync(cancellationToken);
        hooks.Forget(command.Partner);
        return Result.Success;
    }
}
