using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Accounts.Security;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.CreateAccount;

/// <summary>Makes an account with its role and, for a creator, the creator row: all or nothing. Scoped, because Identity's stores are.</summary>
public sealed class CreateAccount(UserManager<StudioUser> users, RoleManager<IdentityRole<Guid>> roles, StudioDb db, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Makes the account; answers its id.</summary>
    public async Task<Result<Guid>> RunAsync(CreateAccountCommand command, CancellationToken cancellationToken)
    {
        var displayName = command.DisplayName.Trim();
        if (displayName.Length is 0 or > 80)
        {
            return new Error("accounts.display-name", "Give a name of 1 to 80 characters.", "DisplayName");
        }

        var handle = command.Role == Roles.Creator ? Handles.Normalize(command.Handle) : null;
        if (handle is not null && Handles.Check(handle) is { } misshapen)
        {
            return misshapen;
        }

        if (PasswordBlockList.IsMostly(command.Password, handle))
        {
            return IdentityErrors.From(IdentityResult.Failed(PasswordBlockList.Guessable));
        }

        return await db.InWriteAsync(token => MakeAsync(command, displayName, handle, token), cancellationToken);
    }

    private async Task<Result<Guid>> MakeAsync(CreateAccountCommand command, string displayName, string? handle, CancellationToken cancellationToken)
    {
        if (handle is not null && await db.Set<Creator>().AnyAsync(creator => creator.Handle == handle, cancellationToken))
        {
            return Handles.Taken(handle);
        }

        var email = command.Email.Trim();
        var user = new StudioUser { UserName = email, Email = email, DisplayName = displayName, CreatedAt = clock.UtcNow() };
        var created = await users.CreateAsync(user, command.Password);
        if (!created.Succeeded)
        {
            return IdentityErrors.From(created);
        }

        if (!await roles.RoleExistsAsync(command.Role))
        {
            Demand(await roles.CreateAsync(new IdentityRole<Guid>(command.Role)));
        }

        Demand(await users.AddToRoleAsync(user, command.Role));
        if (handle is not null)
        {
            db.Add(new Creator { Id = ids.New<CreatorId>(), UserId = user.Id, Handle = handle, DisplayName = displayName, CreatedAt = clock.UtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }

        return user.Id;
    }

    // Past the checks of the account itself a refusal is a defect, and throwing takes the half-made account back.
    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}
