using AffiliateStudio.Data;
using AffiliateStudio.Platform.Results;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts.SignIn;

/// <summary>Signs a person in by setting the cookie on the response at hand.</summary>
internal sealed class SignIn(SignInManager<StudioUser> signIn, UserManager<StudioUser> users, IConfiguration configuration)
{
    /// <summary>Checks the password and signs in; five wrong ones lock the account for five minutes.</summary>
    public async Task<Result> RunAsync(SignInCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var user = await users.FindByEmailAsync(command.Email.Trim());
        if (user is null || (SharedAccounts.IsReserved(user.Email) && !configuration.GetValue<bool>("Sandbox:Enabled")))
        {
            // Everybody knows the password of the shared accounts, so without the sandbox nobody gets in with it. The same work as for a known address is done, so that the time taken does not tell which addresses are known.
            users.PasswordHasher.HashPassword(new StudioUser(), command.Password);
            return Refused;
        }

        var result = await signIn.PasswordSignInAsync(user, command.Password, command.Remember, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            return new Error("accounts.locked", "Too many wrong passwords: this account is locked for five minutes. Wait, or choose a new password.", Link: AccountsRoutes.ForgotPassword);
        }

        return result.Succeeded ? Result.Success : Refused;
    }

    /// <summary>
    /// Signs in to an account that the sign-in page offers while the sandbox is on. Everybody knows its password, so somebody who types wrong ones must not lock the others out:
    /// the lock of a shared account holds for typed passwords only.
    /// </summary>
    public async Task<Result> UseSharedAsync(string email, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!configuration.GetValue<bool>("Sandbox:Enabled") || !SharedAccounts.IsShared(email))
        {
            return Refused;
        }

        var user = await users.FindByEmailAsync(email);
        if (user is null || !await users.CheckPasswordAsync(user, SharedAccounts.Password))
        {
            return Refused;
        }

        await signIn.SignInAsync(user, isPersistent: true);
        return Result.Success;
    }

    private static Error Refused => new("accounts.sign-in-refused", "Address and password do not fit together. Check both, or choose a new password.", Link: AccountsRoutes.ForgotPassword);
}
