using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.ShowAccount;

/// <summary>Reads one's own account.</summary>
internal sealed class ShowAccount(IDbContextFactory<StudioDb> databases)
{
    /// <summary>The account, or null when it is gone.</summary>
    public async Task<AccountView?> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == actor.UserId, cancellationToken);
        var creator = await db.Set<Creator>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == actor.UserId, cancellationToken);
        return user is null ? null : new AccountView(user.Email!, user.DisplayName, creator?.Handle, creator?.Bio ?? string.Empty);
    }
}
