using AffiliateStudio.Data;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.ListSharedAccounts;

/// <summary>Which accounts the sign-in page may offer: none unless the sandbox is on.</summary>
internal sealed class ListSharedAccounts(IDbContextFactory<StudioDb> databases, IConfiguration configuration)
{
    /// <summary>The shared accounts that exist, with their role's name, in the order of the sign-in page.</summary>
    public async Task<IReadOnlyList<SharedAccount>> RunAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Sandbox:Enabled"))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (from user in db.Users
                           where SharedAccounts.Emails.Contains(user.Email!)
                           join member in db.UserRoles on user.Id equals member.UserId
                           join role in db.Roles on member.RoleId equals role.Id
                           select new SharedAccount(user.Email!, user.DisplayName, role.Name!)).ToListAsync(cancellationToken);
        return [.. SharedAccounts.Emails.SelectMany(email => found.Where(account => account.Email == email))];
    }
}
