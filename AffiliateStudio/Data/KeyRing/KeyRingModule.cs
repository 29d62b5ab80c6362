using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Data.KeyRing;

/// <summary>Registers Data Protection with its keys in the database, encrypted at rest.</summary>
internal static class KeyRingModule
{
    public static void AddKeyRing(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(DataProtectionSettings.Section);
        builder.Services.AddOptions<DataProtectionSettings>().Bind(section)
            .Validate(
                settings => settings.CertificatePath is not { Length: > 0 } path || File.Exists(path),
                "DataProtection:CertificatePath names a file that does not exist.")
            .ValidateOnStart();
        builder.Services.AddSingleton<KeyRingKey>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<StudioDb>>((options, databases) => options.XmlRepository = new DatabaseKeyRing(databases));
        var protection = builder.Services.AddDataProtection().SetApplicationName("AffiliateStudio");
        if (section[nameof(DataProtectionSettings.CertificatePath)] is { Length: > 0 } path && File.Exists(path))
        {
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, section[nameof(DataProtectionSettings.CertificatePassword)]));
        }
        else
        {
            builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyRingKey>((options, key) => options.XmlEncryptor = new KeyFileEncryption(key));
        }
    }
}
