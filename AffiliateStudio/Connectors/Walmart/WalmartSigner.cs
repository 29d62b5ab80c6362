using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>
/// Signs for the product API: RSA-SHA256 (PKCS#1 v1.5) over consumer id, time and key version, each followed by a line feed. The URL is not part of it and it is good for
/// 180 seconds, so one signature serves all calls for 170.
/// </summary>
internal sealed class WalmartSigner(TimeProvider clock)
{
    private static readonly TimeSpan ReuseFor = TimeSpan.FromSeconds(170);

    private readonly Lock _gate = new();
    private (string Key, DateTimeOffset SignedAt, WalmartSignature Signature)? _last;

    /// <summary>A signature that is good for now.</summary>
    public PartnerResult<WalmartSignature> Sign(ConnectionContext connection)
    {
        var consumer = connection[WalmartSettings.ConsumerId].Trim();
        var version = connection.Or(WalmartSettings.KeyVersion, "1");
        if (consumer.Length == 0)
        {
            return Failures.Setting(WalmartSettings.ConsumerId, "Enter the consumer ID of your walmart.io application.");
        }

        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{consumer}\n{version}\n{connection[WalmartSettings.PrivateKey]}")));
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            // A clock that went back would make the old signature one from the future.
            if (_last is { } last && last.Key == key && now - last.SignedAt < ReuseFor && now >= last.SignedAt)
            {
                return last.Signature;
            }

            using var rsa = RSA.Create();
            try
            {
                rsa.ImportFromPem(connection[WalmartSettings.PrivateKey]);
            }
            catch (Exception exception) when (exception is ArgumentException or CryptographicException)
            {
                return Failures.Setting(WalmartSettings.PrivateKey, "The private key is not readable: paste the whole PEM file, from its BEGIN line to its END line.");
            }

            try
            {
                var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
                var signature = rsa.SignData(BytesToSign(consumer, timestamp, version), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                var signed = new WalmartSignature(consumer, timestamp, version, Convert.ToBase64String(signature));
                _last = (key, now, signed);
                return signed;
            }
            catch (CryptographicException)
            {
                return Failures.Setting(WalmartSettings.PrivateKey, "This is a public key: enter the private one that belongs to it.");
            }
        }
    }

    /// <summary>Makes the next call sign anew, after the partner called the signature expired.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _last = null;
        }
    }

    /// <summary>What is signed: the header values in the order of their names, trimmed, each with a line feed.</summary>
    public static byte[] BytesToSign(string consumerId, string timestamp, string keyVersion) =>
        Encoding.UTF8.GetBytes($"{consumerId.Trim()}\n{timestamp.Trim()}\n{keyVersion.Trim()}\n");
}
