using AffiliateStudio.Data;
using Microsoft.AspNetCore.Identity;

namespace AffiliateStudio.Features.Accounts.Security;

/// <summary>Refuses long passwords that guessers try first: common phrases, one repeated character, runs, and the person's own address.</summary>
internal sealed class PasswordBlockList : IPasswordValidator<StudioUser>
{
    private static readonly string[] Common =
    [
        "password", "passwort", "qwerty", "qwertz", "azerty", "letmein", "iloveyou", "welcome", "admin", "administrator", "affiliate", "affiliatestudio", "studio", "monkey",
        "dragon", "sunshine", "princess", "football", "baseball", "superman", "trustno", "whatever", "changeme", "secret", "abc", "asdf", "zxcv", "hello", "master", "login",
    ];

    private const string Runs = "01234567890123456789012345678901234567890 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";

    public Task<IdentityResult> ValidateAsync(UserManager<StudioUser> manager, StudioUser user, string? password)
    {
        var text = (password ?? string.Empty).ToLowerInvariant();
        var mailbox = user.Email?.Split('@')[0].ToLowerInvariant() ?? string.Empty;
        var guessable = text.Distinct().Count() < 5 || IsCommon(text) || (mailbox.Length >= 4 && Remainder(text, mailbox) < 5);
        return Task.FromResult(guessable
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = "That password is easy to guess. Choose another, for example four words that have nothing to do with each other." })
            : IdentityResult.Success);
    }

    // What is left of a password without a phrase that everybody knows: "password2024!" is five characters of its own.
    private static bool IsCommon(string text)
    {
        var rest = Common.OrderByDescending(word => word.Length).Aggregate(text, (left, word) => left.Replace(word, string.Empty, StringComparison.Ordinal));
        return (!rest.Any(char.IsLetter) && rest.Length < 8) || Runs.Contains(text, StringComparison.Ordinal);
    }

    private static int Remainder(string text, string phrase) => text.Replace(phrase, string.Empty, StringComparison.Ordinal).Length;
}
