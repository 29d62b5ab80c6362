using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>Puts the Amazon connector together.</summary>
internal static class AmazonModule
{
    // The API, the token endpoints, and the storage that pre-signed report addresses point to.
    private static readonly string[] Hosts = ["creatorsapi.amazon", ".amazoncognito.com", "api.amazon.com", "api.amazon.co.uk", "api.amazon.co.jp", ".amazonaws.com"];

    /// <summary>Makes a connector on top of a network.</summary>
    public static AmazonConnector Create(TransportOptions options, HttpMessageHandler network, TimeProvider clock)
    {
        var transport = new PartnerTransport(AmazonErrors.Partner, Hosts, options, network, clock, "Creators API");
        var client = new AmazonClient(transport, new AmazonTokens(transport, clock));
        return new AmazonConnector(client, new AmazonReports(client), transport);
    }
}
