using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AffiliateStudio.Data.KeyRing;

/// <summary>Encrypts elements of the key ring with the <see cref="KeyRingKey"/>.</summary>
internal sealed class KeyFileEncryption(KeyRingKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("encryptedKey", new XElement("value", Convert.ToBase64String(key.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
        typeof(KeyFileDecryption));
}

/// <summary>The way back; Data Protection makes it from the type name that it stored with the element.</summary>
internal sealed class KeyFileDecryption(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<KeyRingKey>().Decrypt(Convert.FromBase64String((string)encryptedElement.Element("value")!)));
}
