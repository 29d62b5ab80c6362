namespace AffiliateStudio.Features.Accounts;

/// <summary>Where to go after signing in. Only places inside the product: an address in a link must not lead a person away.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else the start page.</summary>
    internal static string OrStart(string? address) =>
        address is { Length: > 0 and <= 2000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl)
            ? address
            : "/";
}
