using System.Security.Cryptography;
using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors;

/// <summary>Connectors on top of a fake partner, without waits.</summary>
internal static class ConnectorSetup
{
    /// <summary>A key made for this run.</summary>
    public static string PrivateKeyPem { get; } = MakeKey();

    /// <summary>No waits between tries, no pace.</summary>
    public static TransportOptions Fast(int retries = 3) => new()
    {
        FirstDelay = TimeSpan.Zero,
        Retries = retries,
        LiveBurst = 10_000,
        LiveCallsPerMinute = 1_000_000,
        BreakerMinimum = 100,
    };

    public static AmazonConnector Amazon(FakePartner partner, TimeProvider clock, TransportOptions? options = null) =>
        AmazonModule.Create(options ?? Fast(), partner, clock);

    public static WalmartConnector Walmart(FakePartner partner, TimeProvider clock, FakePartner? impact = null) =>
        WalmartModule.Create(Fast(), partner, ImpactWay.Open(Fast(), impact ?? partner, clock), clock);

    public static TargetConnector Target(FakePartner partner, TimeProvider clock, TransportOptions? options = null) =>
        TargetModule.Create(ImpactWay.Open(options ?? Fast(), partner, clock), clock);

    /// <summary>A live Target connection, with settings put over the usual ones.</summary>
    public static ConnectionContext TargetConnection(params (string Name, string Value)[] settings) => Connection(
        PartnerKey.Target,
        [("impactAccountSid", "IRtestSid1"), ("impactAuthToken", "token-1"), ("publisherId", "7654321"), ("campaignId", "2092"), ("adId", "81938"), .. settings]);

    public static RakutenConnector Rakuten(FakePartner partner, TimeProvider clock, params Merchant[] merchants) =>
        RakutenModule.Create(Fast(), Fast(), () => partner, clock, new Merchants(merchants));

    /// <summary>A live Rakuten connection, with settings put over the usual ones.</summary>
    public static ConnectionContext RakutenConnection(params (string Name, string Value)[] settings) => Connection(
        PartnerKey.Rakuten,
        [("clientId", "demo-client-id"), ("clientSecret", "demo-client-secret"), ("sid", "4001234"), ("publisherId", "AbCdEf12345"), .. settings]);

    /// <summary>A live Amazon connection, with settings put over the usual ones.</summary>
    public static ConnectionContext AmazonConnection(params (string Name, string Value)[] settings) => Connection(
        PartnerKey.Amazon,
        [
            ("credentialId", "test-cred-id"), ("credentialSecret", "test-cred-secret"), ("version", "2.1"), ("marketplace", "www.amazon.com"), ("partnerTag", "studio-20"),
            .. settings,
        ]);

    /// <summary>A live Walmart connection, with settings put over the usual ones.</summary>
    public static ConnectionContext WalmartConnection(params (string Name, string Value)[] settings) => Connection(
        PartnerKey.Walmart,
        [
            ("consumerId", "00000000-1111-2222-3333-444444444444"), ("privateKeyPem", PrivateKeyPem), ("keyVersion", "1"), ("publisherId", "1234567"),
            ("campaignId", "9383"), ("adId", "568844"), ("impactAccountSid", "IRtestSid1"), ("impactAuthToken", "token-1"),
            .. settings,
        ]);

    public static ExpediaConnector Expedia(FakePartner partner, TimeProvider clock, FakePartner? partnerize = null) =>
        ExpediaModule.Create(Fast(), Fast(), partner, partnerize ?? partner, clock);

    /// <summary>A live Expedia connection, with settings put over the usual ones.</summary>
    public static ConnectionContext ExpediaConnection(params (string Name, string Value)[] settings) => Connection(
        PartnerKey.Expedia,
        [
            ("xapKey", "X12X3X4-56XX-7XX8-X901-23XX45X6X789X"), ("xapPassword", "demo-password"), ("partnerizeApplicationKey", "demoAppKey"), ("partnerizeUserApiKey", "demoUserKey"),
            ("publisherId", "1101l900"), ("campaignId", "1011l777"), ("camref", "1011lDEMO"),
            .. settings,
        ]);

    private static ConnectionContext Connection(PartnerKey partner, IEnumerable<(string Name, string Value)> settings)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return new ConnectionContext { Partner = partner, Kind = ConnectionKind.Live, SandboxAddress = null, Settings = values };
    }

    private static string MakeKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }
}
