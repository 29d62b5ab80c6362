using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>Puts the Walmart connector together.</summary>
internal static class WalmartModule
{
    /// <summary>Makes a connector on top of two networks: each host has its own pace and breaker.</summary>
    public static WalmartConnector Create(TransportOptions walmart, TransportOptions impact, HttpMessageHandler toWalmart, HttpMessageHandler toImpact, TimeProvider clock)
    {
        var products = new PartnerTransport(WalmartErrors.Partner, ["developer.api.walmart.com"], walmart, toWalmart, clock, "Product API");
        var network = new PartnerTransport(ImpactErrors.Partner, ["api.impact.com"], impact, toImpact, clock);
        var client = new WalmartClient(products, new WalmartSigner(clock));
        return new WalmartConnector(client, new WalmartCategories(client, clock), new ImpactActions(new ActionPages(new ImpactClient(network)), clock), [products, network]);
    }
}
