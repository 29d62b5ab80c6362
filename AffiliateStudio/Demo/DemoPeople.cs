using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Accounts.CreateAccount;
using AffiliateStudio.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Demo;

/// <summary>The demo's accounts.</summary>
internal sealed class DemoPeople(IServiceScopeFactory scopes, IDbContextFactory<StudioDb> databases)
{
    /// <summary>Makes the accounts that are missing.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        foreach (var account in DemoAccount.All.Concat(DemoAccount.Neighbours))
        {
            if (await FindAsync(account, cancellationToken) is not null)
            {
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            var create = scope.ServiceProvider.GetRequiredService<CreateAccount>();
            var command = new CreateAccountCommand(account.Email, SharedAccounts.Password, account.Role, account.DisplayName, account.Handle);
            var made = await create.RunAsync(command, cancellationToken);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"The account of {account.DisplayName} could not be made: {made.Error.Message}");
            }
        }
    }

    /// <summary>The person behind an account, or null when there is none.</summary>
    public async Task<Actor?> FindAsync(DemoAccount account, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = await db.Users.Where(user => user.Email == account.Email).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(cancellationToken);
        return id is { } found ? new Actor(found, account.Role) : null;
    }
}
