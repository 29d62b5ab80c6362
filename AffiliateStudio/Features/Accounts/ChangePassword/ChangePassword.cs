using AffiliateStudio.Data;
using AffiliateStudio.Platform.Results;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts.ChangePassword;

/// <summary>Changes one's own password; every other open session of the account ends within a minute.</summary>
internal sealed class ChangePassword(UserManager<StudioUser> users, SignInManager<StudioUser> signIn)
{
    public async Task<Result> RunAsync(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(command.Actor.UserId.ToString()) is not { } user)
        {
            return new Error("accounts.signed-out", "Sign in again first.", Link: AccountsRoutes.SignIn);
        }

        if (SharedAccounts.IsShared(user.Email))
        {
            return SharedAccounts.PasswordStays;
        }

        var result = await users.ChangePasswordAsync(user, command.CurrentPassword, command.NewPassword);
        if (!result.Succeeded)
        {
            return IdentityErrors.From(result);
        }

        await signIn.RefreshSignInAsync(user);
        return Result.Success;
    }
}
