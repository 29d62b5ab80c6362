using System.Text;
using AffiliateStudio.Data;
using AffiliateStudio.Platform.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace AffiliateStudio.Features.Accounts.ResetPassword;

/// <summary>Sets a new password with the code of the mailed link, and lifts a lock.</summary>
internal sealed class ResetPassword(UserManager<StudioUser> users)
{
    public async Task<Result> RunAsync(ResetPasswordCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var user = await users.FindByEmailAsync(command.Email.Trim());
        if (user is null || Decode(command.Code) is not { } token)
        {
            return IdentityErrors.From(IdentityResult.Failed(new IdentityError { Code = "InvalidToken" }));
        }

        if (SharedAccounts.IsShared(user.Email))
        {
            return SharedAccounts.PasswordStays;
        }

        var result = await users.ResetPasswordAsync(user, token, command.Password);
        if (!result.Succeeded)
        {
            return IdentityErrors.From(result);
        }

        await users.ResetAccessFailedCountAsync(user);
        await users.SetLockoutEndDateAsync(user, null);
        return Result.Success;
    }

    private static string? Decode(string code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
