namespace AffiliateStudio.Data.KeyRing;

/// <summary>Settings under <c>DataProtection</c>: what the key ring is encrypted with at rest.</summary>
public sealed class DataProtectionSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "DataProtection";

    /// <summary>A PKCS#12 file with certificate and private key. When set, it is used instead of a key file.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The password of that file, or null when it has none.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A file with 32 random bytes, made when it is missing; <c>keys/ring.key</c> in the data directory when not set. Nodes with one database share it.</summary>
    public string? KeyFile { get; set; }
}
