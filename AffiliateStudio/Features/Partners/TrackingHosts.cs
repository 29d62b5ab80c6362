using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>Hosts that a partner's links pass through on the way to its shop: the networks' own. Links may not lead to them, but a walk along a link may pass them.</summary>
internal static class TrackingHosts
{
    private const string Impact = ".pxf.io .sjv.io .7eer.net .evyy.net .ojrq.net";

    /// <summary>The hosts, in the form of <see cref="Partner.AllowedHosts"/>; empty for a partner whose links lead straight to the shop.</summary>
    public static string Of(PartnerKey partner) => partner.Value switch
    {
        "walmart" => "goto.walmart.com " + Impact,
        "target" => "goto.target.com " + Impact,
        "rakuten" => "click.linksynergy.com",
        "expedia" => "prf.hn .prf.hn",
        _ => string.Empty,
    };
}
