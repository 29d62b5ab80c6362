using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>The secret part of a hook's address: 32 random bytes, shown once and kept as a digest.</summary>
internal static class PostbackToken
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 43;

    private const int RandomBytes = 32;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is kept of it.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it opens the hook. Takes the same time whichever token it is, also when there is no hook.</summary>
    public static bool Opens(PostbackHook? hook, string token)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var isCurrent = Equal(hook?.TokenHash, given);
        var isFormer = Equal(hook?.FormerTokenHash, given);
        return isCurrent | isFormer;
    }

    private static bool Equal(string? kept, byte[] given)
    {
        Span<byte> known = stackalloc byte[SHA256.HashSizeInBytes];
        var isKnown = kept is { Length: SHA256.HashSizeInBytes * 2 } && Convert.FromHexString(kept, known, out _, out _) == System.Buffers.OperationStatus.Done;
        return CryptographicOperations.FixedTimeEquals(known, given) & isKnown;
    }
}
