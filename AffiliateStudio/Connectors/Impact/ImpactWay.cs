using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.Impact;

/// <summary>The one way to impact.com, which all partners in its network share: its hourly limits are the account's, whichever programme the calls are for.</summary>
internal sealed class ImpactWay
{
    private ImpactWay(PartnerTransport transport)
    {
        Transport = transport;
        Client = new ImpactClient(transport);
    }

    /// <summary>What carries the calls.</summary>
    public PartnerTransport Transport { get; }

    /// <summary>What makes them.</summary>
    public ImpactClient Client { get; }

    /// <summary>Opens the way on top of a network.</summary>
    public static ImpactWay Open(TransportOptions options, HttpMessageHandler network, TimeProvider clock) =>
        new(new PartnerTransport(ImpactErrors.Partner, ["api.impact.com"], options, network, clock));
}
