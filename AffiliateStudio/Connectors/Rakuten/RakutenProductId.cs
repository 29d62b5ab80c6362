using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>
/// Products of the network in one column: <c>{mid}:{sku}</c>, because a SKU means something at its merchant only. What would be longer than our ids are keeps its beginning
/// and a digest of the whole; a page that is known by its address alone has only the digest.
/// </summary>
internal static partial class RakutenProductId
{
    private const int Longest = 64;
    private const int DigestLength = 16;

    /// <summary>The id, or null when the merchant's id or the SKU is none.</summary>
    public static string? Of(string? mid, string? sku)
    {
        var number = sku?.Trim();
        if (!IsMid(mid) || string.IsNullOrEmpty(number) || number.Any(char.IsControl))
        {
            return null;
        }

        var id = $"{mid}:{number}";
        return id.Length <= Longest ? id : $"{id[..(Longest - DigestLength - 1)].TrimEnd()}~{Digest(id)}";
    }

    /// <summary>The id of a page whose SKU is not known.</summary>
    public static string OfPage(string mid, string url) => $"{mid}:~{Digest(url)}";

    /// <summary>Whether a text is a merchant's id.</summary>
    public static bool IsMid(string? text) => text is { Length: > 0 and <= 12 } && text.All(char.IsAsciiDigit);

    /// <summary>The merchant's part of an id, or null.</summary>
    public static string? MidOf(string id) => id.IndexOf(':', StringComparison.Ordinal) is var end and > 0 && IsMid(id[..end]) ? id[..end] : null;

    /// <summary>The SKU of an id, or null when the id does not hold it.</summary>
    public static string? SkuOf(string id) => MidOf(id) is { } mid && id[(mid.Length + 1)..] is { Length: > 0 } sku && !DigestPattern().IsMatch(sku) ? sku : null;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];

    [GeneratedRegex("~[0-9a-f]{16}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex DigestPattern();
}
