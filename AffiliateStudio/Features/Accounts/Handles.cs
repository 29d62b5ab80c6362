using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AffiliateStudio.Platform.Results;

namespace AffiliateStudio.Features.Accounts;

/// <summary>What a creator's handle may be.</summary>
public static partial class Handles
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "about", "account", "admin", "administrator", "affiliate", "affiliatestudio", "amazon", "api", "brand", "help", "home", "official", "root", "security",
        "settings", "staff", "store", "studio", "support", "system", "target", "team", "walmart", "www",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A handle as stored: without the @ in front, in lower case.</summary>
    public static string Normalize(string? handle) => (handle ?? string.Empty).Trim().TrimStart('@').ToLowerInvariant();

    /// <summary>Why a normalised handle cannot be taken by anybody, or null.</summary>
    public static Error? Check(string handle)
    {
        if (!Shape().IsMatch(handle))
        {
            return new Error("accounts.handle-shape", "Use 3 to 24 letters a to z, digits, dots or underscores; start and end with a letter or digit.", "Handle");
        }

        return Reserved.Contains(handle) ? Taken(handle) : null;
    }

    /// <summary>The answer when somebody has the handle already.</summary>
    public static Error Taken(string handle) => new("accounts.handle-taken", $"@{handle} is taken. Try another one.", "Handle");

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9._]{1,22})[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
