using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>Puts the Rakuten connector together.</summary>
internal static class RakutenModule
{
    private const string Host = "api.linksynergy.com";

    /// <summary>Makes a connector on top of a network: product search has a pace and a breaker of its own, as Rakuten counts it apart.</summary>
    public static RakutenConnector Create(TransportOptions search, TransportOptions others, Func<HttpMessageHandler> network, TimeProvider clock, IMerchantBook merchants)
    {
        var products = new PartnerTransport(RakutenErrors.Partner, [Host], search, network(), clock, "Product Search", RakutenErrors.IsThrottle);
        var rest = new PartnerTransport(RakutenErrors.Partner, [Host], others, network(), clock, "Links, shops and events", RakutenErrors.IsThrottle);
        var client = new RakutenClient(products, rest, new RakutenTokens(rest, clock));
        return new RakutenConnector(
            client, new RakutenProducts(client), new RakutenTerms(new RakutenPages(client), clock), new RakutenEvents(client, clock), merchants, [products, rest]);
    }
}
