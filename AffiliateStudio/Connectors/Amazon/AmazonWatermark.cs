using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// Which report files were read, in which version: eight characters of fingerprint for each. It remembers the files that are still listed, all of them, and forgets the rest,
/// so that it grows with the list and not with time.
/// </summary>
internal sealed record AmazonWatermark
{
    private const string Prefix = "a1:";
    private const int FingerprintLength = 8;

    private readonly HashSet<string> _read;

    private AmazonWatermark(HashSet<string> read) => _read = read;

    /// <summary>Reads what the last run left; anything unreadable is a first run.</summary>
    public static AmazonWatermark Parse(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && (text.Length - Prefix.Length) % FingerprintLength == 0
            ? new([.. text[Prefix.Length..].Chunk(FingerprintLength).Select(fingerprint => new string(fingerprint))])
            : new([]);

    /// <summary>Whether this version of a file was read.</summary>
    public bool Contains(string name, string version) => _read.Contains(Fingerprint(name, version));

    /// <summary>With one more file read.</summary>
    public AmazonWatermark With(string name, string version) => new([.. _read, Fingerprint(name, version)]);

    /// <summary>Without the files that are not among these.</summary>
    public AmazonWatermark Only(IEnumerable<(string Name, string Version)> listed) =>
        new([.. listed.Select(file => Fingerprint(file.Name, file.Version)).Where(_read.Contains)]);

    /// <inheritdoc />
    public override string ToString() => Prefix + string.Concat(_read.Order(StringComparer.Ordinal));

    private static string Fingerprint(string name, string version) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{version}")), 0, 6);
}
