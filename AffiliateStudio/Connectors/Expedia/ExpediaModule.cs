using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>Puts the Expedia connector together.</summary>
internal static class ExpediaModule
{
    /// <summary>Makes a connector on top of two networks: each host has its own pace and breaker.</summary>
    public static ExpediaConnector Create(TransportOptions expedia, TransportOptions partnerize, HttpMessageHandler toExpedia, HttpMessageHandler toPartnerize, TimeProvider clock)
    {
        var search = new PartnerTransport(XapErrors.Partner, ["apim.expedia.com"], expedia, toExpedia, clock, "XAP");
        var network = new PartnerTransport(PartnerizeErrors.Partner, ["api.partnerize.com"], partnerize, toPartnerize, clock);
        var client = new PartnerizeClient(network);
        return new ExpediaConnector(
            new XapSearch(new XapClient(search), clock),
            new PartnerizeLinks(client),
            new PartnerizeCampaigns(client, clock),
            new PartnerizeConversions(new ConversionPages(client), clock),
            [search, network],
            clock);
    }
}
