using System.Security.Cryptography;

namespace AffiliateStudio.Platform.Ids;

/// <summary>A short number that a person can read out and that finds one failure in the log.</summary>
public static class ReferenceNumber
{
    /// <summary>Eight characters in two groups, such as <c>7F3A-09C2</c>.</summary>
    public static string New()
    {
        var text = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        return text[..4] + "-" + text[4..];
    }
}
