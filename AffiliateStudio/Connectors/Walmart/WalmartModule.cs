using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Puts the Walmart connector together.</summary>
internal static class WalmartModule
{
    /// <summary>Makes a connector on top of a network for the product API and of the way to impact.com: each host has its own pace and breaker.</summary>
    public static WalmartConnector Create(TransportOptions options, HttpMessageHandler network, ImpactWay impact, TimeProvider clock)
    {
        var products = new PartnerTransport(WalmartErrors.Partner, ["developer.api.walmart.com"], options, network, clock, "Product API");
        var client = new WalmartClient(products, new WalmartSigner(clock));
        return new WalmartConnector(
            client,
            new WalmartCategories(client, clock),
            new ImpactActions(new ActionPages(impact.Client), clock),
            new ImpactItems(impact.Client),
            [products, impact.Transport]);
    }
}
