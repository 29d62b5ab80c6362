using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Hosting;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Data.KeyRing;

/// <summary>
/// The key that the key ring is encrypted with at rest: 32 random bytes in a file that only the product's own account may read, beside the database and not in it. Nodes
/// that share a database share this file (or use a certificate instead).
/// </summary>
internal sealed class KeyRingKey(DataDirectory directory, IOptions<DataProtectionSettings> settings)
{
    private const int KeyLength = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _gate = new();
    private byte[]? _key;

    private string Path => settings.Value.KeyFile is { Length: > 0 } file ? file : directory.File("keys", "ring.key");

    /// <summary>Encrypts with AES-256-GCM: nonce, tag, text.</summary>
    public byte[] Encrypt(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var nonce = sealedText.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Read(), AesGcm.TagByteSizes.MaxSize);
        cipher.Encrypt(nonce, plain, sealedText.AsSpan(nonce.Length + AesGcm.TagByteSizes.MaxSize), sealedText.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize));
        CryptographicOperations.ZeroMemory(plain);
        return sealedText;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> made; throws when the key is another one or a byte was changed.</summary>
    public string Decrypt(ReadOnlySpan<byte> sealedText)
    {
        var nonce = sealedText[..AesGcm.NonceByteSizes.MaxSize];
        var tag = sealedText.Slice(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        var cipherText = sealedText[(nonce.Length + tag.Length)..];
        var plain = new byte[cipherText.Length];
        using var cipher = new AesGcm(Read(), AesGcm.TagByteSizes.MaxSize);
        cipher.Decrypt(nonce, cipherText, tag, plain);
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Read()
    {
        lock (_gate)
        {
            return _key ??= ReadOrMake(Path);
        }
    }

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            MakeKey(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyLength
            ? key
            : throw new StartRefusedException($"The key file {path} has {key.Length} bytes instead of {KeyLength}. Put the right file back (see DataProtection:KeyFile).");
    }

    // Written whole under another name and then renamed, so that a kill never leaves half a key.
    private static void MakeKey(string path)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);
    }
}
