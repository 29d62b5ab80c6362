using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.SeedPartners;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Features.Partners;

/// <summary>What tests of the feature stand on.</summary>
internal static class PartnersScene
{
    /// <summary>Connections of a server that listens on port 5999.</summary>
    public static ConnectionDirectory Connections(TestDatabase database, IDataProtectionProvider protection, TimeProvider clock)
    {
        var features = new FeatureCollection();
        var addresses = new Mock<IServerAddressesFeature>();
        addresses.Setup(feature => feature.Addresses).Returns(["http://127.0.0.1:5999"]);
        features.Set(addresses.Object);
        var server = new Mock<IServer>();
        server.Setup(s => s.Features).Returns(features);
        return new ConnectionDirectory(
            database,
            new ConnectionSecrets(protection, NullLogger<ConnectionSecrets>.Instance),
            new OwnAddress(server.Object, Options.Create(new StudioOptions())),
            clock);
    }

    /// <summary>Seeds partners and rate cards.</summary>
    public static Task SeedAsync(TestDatabase database, TimeProvider clock) =>
        new SeedPartners(database, new PartnerDirectory(database), new MerchantDirectory(database), Profiles.All, new IdGenerator(clock), clock).RunAsync(TestContext.Current.CancellationToken);
}
