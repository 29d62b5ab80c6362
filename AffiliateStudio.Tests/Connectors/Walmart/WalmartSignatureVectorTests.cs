using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Walmart;

/// <summary>
/// The signature of fixed header values under a key that is used for nothing else. The expected value was made outside the product:
/// <c>printf '{id}\n{timestamp}\n{version}\n' | openssl dgst -sha256 -sign key.pem | base64 -w0</c>.
/// </summary>
public sealed class WalmartSignatureVectorTests
{
    private const string Key = """
        -----BEGIN PRIVATE KEY-----
        MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQDqyJhqovrlLPpf
        Y0aIn7Y2mgSq0tmBZ0xDeV6xAqVHBw7xfeg8k1H1AmFgtTuZ+SY5VTdmYn5MObqM
        pSMrqaLzATrGUUUjtJE6dZvIbW0zlTp3w4fjx29jMC3Z52Fa0yPelhl0+ZXU81Bn
        y9pN49ESkItYhwZoZDpV3WLSTF1HraiXWpSDrfkHnbJb5glan/fsrJTj+B9aXCvf
        qg/opcnblsmxZg3Mrz5XMJINikziQaJnRTOD0EDqT2IDGjJsH/jzzIhQcTWCOrqb
        f5HaSd0hjtKje8xleWwNyQJT0W37pp60HXA1k8tOoakQWunnJ8nUv3QxxqBJmeMf
        +Td269u7AgMBAAECggEAdM+52XBeMPC4XwYXHTmNIExv3wfJtLLOxFFZ9eqxjY2q
        9yakCaNoZuS4yzNQRJKr3GGUDyoY2VbthDVTMtGTI6Ese2gK5LFdgj7qc4VSDBSG
        gvizHvZmamyZm20dyGD9WyzF3KeiztEB46qOYitjJX/p/HEtlHmtdnQPyz64OETw
        AULVJQw+cuodJ+G08TrgdbiXBWgr/UltRlXOM0woOd/JcD12FWRTN/X8Qhi7cTL7
        yVTRZXQby7aC+61lOxNLnBBTdzlbO9zTQSqq68+ahWeDUZGloasf65h1zrfhG5Kw
        smp79yrhCzzPPuL22RY6rlDoDM4U+hdd5K5ebZ75IQKBgQD3uZNpj2OqSFEdMYYk
        1cdlx/DCMRzSQ7S3hRerbgIKrKhOCR7FYXSYWHf5z6lsrCunh4IAIV5sYIllgljn
        UdNaWBB11ofjdyNTBv03dA5EtRozFD7zmOCTHLRLQTzq1tW3Cdqd0jMpSodhsbNa
        H4bWaMIQsFQxnpK6U3GaoauCIQKBgQDyoFn9ZAqHSFBUwR1b7KDgfmTZemq0Ot9R
        t1hJF+Fs9R+E5uN62SaFYP8u3cKe9eUjRxxjdY7vw3suur+1SVTosn7rQlSMa06v
        F8EaZYWmMdCRHtsfGKlOiAFg3nVgNNSDreULTeLT3MLvMwQVC6ulYW7k/GRKQr7l
        p7ekNpVaWwKBgQDzkSYskwyGX8ZJMulXDE6ad2T0On/BCUsFajnklywwvKRa3cLA
        hVqzc8C7AX/u1rWxaZ3bbPO/EYfmI6wv/JcXbCD7C6zebMRxnRyZSmXBDmOtN0nS
        D003t/BZUdKIgCTvbCPkKsmc3qeP2b2jbf4QkD3HVOfjRau0wdigFjdgoQKBgQDi
        Tb6iIlXPqRuEcju4KhZETqAyWYR9Zww1ZBXs12FkB57Gj7VOOI09iyN5y05khmab
        aRCJlHUmHecfxwBZT3TrNtI7DTtfXheeKUHsJRVr1rr7IRSxBIemwCTI/bXtbllq
        GSCyUotnoVoRUjxUhPYs45xT6TaCLY9xFeasPF1CUQKBgQDu6xBxk2vQBLJFQc2c
        gp8/yyPyFFLFj5EtHDwiwjlP+cPInGJ442ohv5P7g38xz+/y3hMW9TqPNqqzU0VK
        +RH9fAFyZZji7Aipx/yulIoTCn42MNHUPnM6MlFUGbAm3GG/jzuKOr1BihDQ+VeT
        zIy+zmwcJtesCOhUEkk7tms3oA==
        -----END PRIVATE KEY-----
        """;

    private const string Expected =
        "HUnA74V2CuAcDhvwscnH9xTrIEZmF5w4cRbrz9CgwkU7Gczilo+8aPJtPVGK3FJCV/Fk2s7WM5Lv4KcfGHjoXq" +
        "1avLFCV0+FWSSYHjCafgNpzK5E+Z6dq/hQFiz546UwuOBOR/bhkFj1r3RSszgJ+ZKIQQyHPU6rlq1Q21sfB9aJ" +
        "Q7J26B3M6HZsbtrXgsyAdIpGpQlBH3iZyKBQ3C10rUdnfWeIwz0hubgJtNpmoR8TBErS5rz8/HrvjhXia4hoNb" +
        "anhbol/1rHwhQ0SQYWNEOw19FXAcQvxHoj8RmvkvNbiUuMRpirCfNVH0phcnmTzJbbvcZdi28c7Sygrw1zFA==";

    [Fact]
    public void FixedKeyAndHeaders_Signed_GiveTheSignatureOfOpenSsl()
    {
        // The test clock stands at 1768478400000 ms.
        var signature = new WalmartSigner(new TestClock()).Sign(ConnectorSetup.WalmartConnection(
            ("consumerId", " 5f1c2d3e-0a9b-4c8d-7e6f-112233445566 "), ("keyVersion", "3"), ("privateKeyPem", Key))).Value;

        Assert.Equal(new WalmartSignature("5f1c2d3e-0a9b-4c8d-7e6f-112233445566", "1768478400000", "3", Expected), signature);
    }

    [Fact]
    public async Task FixedKeyAndHeaders_Sent_AreTheFourHeadersAsTheyWereSigned()
    {
        var partner = new FakePartner().On("/search", """{"totalResults":0,"items":[]}""");
        var connection = ConnectorSetup.WalmartConnection(("consumerId", "5f1c2d3e-0a9b-4c8d-7e6f-112233445566"), ("keyVersion", "3"), ("privateKeyPem", Key));

        await ConnectorSetup.Walmart(partner, new TestClock()).SearchAsync(connection, new("lamp", 1, 10), TestContext.Current.CancellationToken);

        var call = Assert.Single(partner.Calls);
        Assert.Equal(
            ["5f1c2d3e-0a9b-4c8d-7e6f-112233445566", "1768478400000", "3", Expected],
            new[] { "WM_CONSUMER.ID", "WM_CONSUMER.INTIMESTAMP", "WM_SEC.KEY_VERSION", "WM_SEC.AUTH_SIGNATURE" }.Select(call.Header));
    }
}
