using AffiliateStudio.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.CloseSharedAccounts;

/// <summary>
/// At start, locks the accounts whose password everybody knows and ends their sessions when the sandbox is off; opens those again that it locked when the sandbox is on.
/// </summary>
internal sealed class CloseSharedAccounts(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    // So far away that it means "until the sandbox is on again"; a wrong password locks for minutes.
    private static readonly DateTimeOffset Always = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var isOpen = configuration.GetValue<bool>("Sandbox:Enabled");
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StudioUser>>();
        var domain = SharedAccounts.Domain.ToUpperInvariant();
        foreach (var user in await users.Users.Where(user => user.NormalizedEmail!.EndsWith(domain)).ToListAsync(cancellationToken))
        {
            var isLocked = user.LockoutEnd >= Always;
            if (isLocked == isOpen)
            {
                user.LockoutEnabled = true;
                user.LockoutEnd = isOpen ? null : Always;
                Demand(await users.UpdateSecurityStampAsync(user));
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}
