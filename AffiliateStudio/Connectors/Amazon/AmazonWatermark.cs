using System.Security.Cryptography;
using System.Text;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// Which report files were read, in which version: eight characters of fingerprint for each, oldest first, so that most of a year fits into the space of a watermark.
/// A file that fell out and is still listed is read again, which changes nothing.
/// </summary>
internal sealed record AmazonWatermark
{
    private const string Prefix = "a1:";
    private const int FingerprintLength = 8;
    private const int MostFiles = 240;

    private readonly string _fingerprints;

    private AmazonWatermark(string fingerprints) => _fingerprints = fingerprints;

    /// <summary>Reads what the last run left; anything unreadable is a first run.</summary>
    public static AmazonWatermark Parse(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.Ordinal) && (text.Length - Prefix.Length) % FingerprintLength == 0
            ? new(text[Prefix.Length..])
            : new(string.Empty);

    /// <summary>Whether this version of a file was read.</summary>
    public bool Contains(string name, string version)
    {
        var fingerprint = Fingerprint(name, version);
        for (var i = 0; i < _fingerprints.Length; i += FingerprintLength)
        {
            if (_fingerprints.AsSpan(i, FingerprintLength).SequenceEqual(fingerprint))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With one more file read.</summary>
    public AmazonWatermark With(string name, string version)
    {
        var fingerprints = _fingerprints + Fingerprint(name, version);
        return new(fingerprints.Length > MostFiles * FingerprintLength ? fingerprints[FingerprintLength..] : fingerprints);
    }

    /// <inheritdoc />
    public override string ToString() => Prefix + _fingerprints;

    private static string Fingerprint(string name, string version) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{version}")), 0, 6);
}
