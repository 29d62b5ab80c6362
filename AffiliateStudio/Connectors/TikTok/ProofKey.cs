using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>The proof key (PKCE) as TikTok wants it: the challenge is the hash in lower-case hexadecimal, not in base64url as the standard says.</summary>
internal static class ProofKey
{
    /// <summary>The challenge of a verifier.</summary>
    public static string Challenge(string verifier) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
