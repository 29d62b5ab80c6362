using AffiliateStudio.Connectors.Impact;

namespace AffiliateStudio.Connectors.Target;

/// <summary>Puts the Target connector together.</summary>
internal static class TargetModule
{
    /// <summary>Makes a connector on the way to impact.com.</summary>
    public static TargetConnector Create(ImpactWay impact, TimeProvider clock)
    {
        var programs = new ImpactPrograms(impact.Client, clock);
        return new TargetConnector(
            new ImpactCatalogs(impact.Client, clock),
            programs,
            new ImpactTrackingLinks(impact.Client, programs),
            new ImpactActions(new ActionPages(impact.Client), clock),
            new ImpactItems(impact.Client),
            impact.Transport);
    }
}
