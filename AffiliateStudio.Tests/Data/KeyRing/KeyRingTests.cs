using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Xml.Linq;
using AffiliateStudio.Data;
using AffiliateStudio.Data.KeyRing;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Tests.Data.KeyRing;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("studio-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, ClassData(typeof(Engines))]
    public async Task Secret_ProtectedByOneNode_IsReadByAnother(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var first = Node(database, _folder);
        using var second = Node(database, _folder);

        var secret = first.GetDataProtector("test").Protect("partner key");

        Assert.Equal("partner key", second.GetDataProtector("test").Unprotect(secret));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ring_InTheDatabase_IsUnreadableWithoutTheKeyFile(DatabaseProvider engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        using var node = Node(database, _folder);
        var secret = node.GetDataProtector("test").Protect("partner key");

        await using var db = database.CreateDbContext();
        var stored = await db.Set<KeyRingEntry>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("masterKey", stored.Xml, StringComparison.OrdinalIgnoreCase);

        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName;
        using var stranger = Node(database, elsewhere);
        Assert.ThrowsAny<CryptographicException>(() => stranger.GetDataProtector("test").Unprotect(secret));
    }

    [Fact, SupportedOSPlatform("linux")]
    public void KeyFile_WhenMade_IsReadableByItsOwnerOnly()
    {
        var key = NewKey(_folder);

        key.Encrypt("anything");

        var mode = File.GetUnixFileMode(Path.Combine(_folder, "keys", "ring.key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public void Element_ChangedByOneByte_IsRefused()
    {
        var key = NewKey(_folder);
        var sealedText = key.Encrypt(new XElement("masterKey", "secret").ToString());
        sealedText[^1] ^= 1;

        Assert.Throws<AuthenticationTagMismatchException>(() => key.Decrypt(sealedText));
    }

    private static KeyRingKey NewKey(string folder) => new(new DataDirectory(folder), Options.Create(new DataProtectionSettings()));

    private static NodeServices Node(TestDatabase database, string folder)
    {
        var key = NewKey(folder);
        var services = new ServiceCollection().AddSingleton(key).AddLogging();
        services.AddDataProtection().SetApplicationName("AffiliateStudio");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DatabaseKeyRing(database);
            options.XmlEncryptor = new KeyFileEncryption(key);
        });
        return new NodeServices(services.BuildServiceProvider());
    }

    private sealed record NodeServices(ServiceProvider Services) : IDisposable
    {
        public IDataProtector GetDataProtector(string purpose) => Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);

        public void Dispose() => Services.Dispose();
    }
}
