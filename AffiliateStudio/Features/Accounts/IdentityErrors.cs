using AffiliateStudio.Platform.Results;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts;

/// <summary>Identity's refusals in our words, at the field they belong to.</summary>
internal static class IdentityErrors
{
    internal static Error From(IdentityResult result)
    {
        var first = result.Errors.First();
        return first.Code switch
        {
            "DuplicateUserName" or "DuplicateEmail" => new Error("accounts.email-taken", "There is an account with this address already. Sign in, or reset the password.", "Email", AccountsRoutes.SignIn),
            "InvalidEmail" or "InvalidUserName" => new Error("accounts.email-shape", "Give an e-mail address such as name@example.com.", "Email"),
            "PasswordTooShort" => new Error("accounts.password-short", "Use 12 characters or more.", "Password"),
            "PasswordMismatch" => new Error("accounts.password-wrong", "That is not your current password.", "CurrentPassword"),
            "InvalidToken" => new Error("accounts.reset-link-spent", "This link was used or is too old. Ask for a new one.", Link: AccountsRoutes.ForgotPassword),
            _ => new Error("accounts.password-guessable", first.Description, "Password"),
        };
    }
}
