using AffiliateStudio.Data;
using AffiliateStudio.Features.Accounts.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Accounts.Security;

/// <summary>Refuses long passwords that guessers try first: common phrases, one repeated character, runs, and the person's own address or handle.</summary>
internal sealed class PasswordBlockList(StudioDb db) : IPasswordValidator<StudioUser>
{
    private static readonly string[] Common =
    [
        "password", "passwort", "qwerty", "qwertz", "azerty", "letmein", "iloveyou", "welcome", "admin", "administrator", "affiliate", "affiliatestudio", "studio", "monkey",
        "dragon", "sunshine", "princess", "football", "baseball", "superman", "trustno", "whatever", "changeme", "secret", "abc", "asdf", "zxcv", "hello", "master", "login",
    ];

    private const string Runs = "01234567890123456789012345678901234567890 abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";

    /// <summary>What a person is told who chose such a password.</summary>
    public static IdentityError Guessable { get; } = new()
    {
        Code = "PasswordGuessable",
        Description = "That password is easy to guess. Choose another, for example four words that have nothing to do with each other.",
    };

    public async Task<IdentityResult> ValidateAsync(UserManager<StudioUser> manager, StudioUser user, string? password)
    {
        var text = (password ?? string.Empty).ToLowerInvariant();

        // An account that is being made has no creator row yet; whoever makes it knows the handle and asks by itself.
        var handle = await db.Set<Creator>().Where(creator => creator.UserId == user.Id).Select(creator => creator.Handle).FirstOrDefaultAsync();
        var guessable = text.Distinct().Count() < 5 || IsCommon(text) || IsMostly(text, user.Email?.Split('@')[0]) || IsMostly(text, handle);
        return guessable ? IdentityResult.Failed(Guessable) : IdentityResult.Success;
    }

    /// <summary>Whether a password is little more than a name of its owner that everybody can read, with or without its dots and underscores.</summary>
    public static bool IsMostly(string password, string? name)
    {
        var text = password.ToLowerInvariant();
        var whole = name?.ToLowerInvariant() ?? string.Empty;
        var letters = string.Concat(whole.Where(char.IsLetterOrDigit));
        return (whole.Length >= 4 && Remainder(text, whole) < 5) || (letters.Length >= 4 && Remainder(text, letters) < 5);
    }

    // What is left of a password without a phrase that everybody knows: "password2024!" is five characters of its own.
    private static bool IsCommon(string text)
    {
        var rest = Common.OrderByDescending(word => word.Length).Aggregate(text, (left, word) => left.Replace(word, string.Empty, StringComparison.Ordinal));
        return (!rest.Any(char.IsLetter) && rest.Length < 8) || Runs.Contains(text, StringComparison.Ordinal);
    }

    private static int Remainder(string text, string phrase) => text.Replace(phrase, string.Empty, StringComparison.Ordinal).Length;
}
