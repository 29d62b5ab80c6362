using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>Which partners can call us, and how.</summary>
internal static class PostbackStyles
{
    /// <summary>The partner's style, or null when it has none.</summary>
    public static PostbackStyle? Of(PartnerKey partner) => partner.Value switch
    {
        "walmart" or "target" => PostbackStyle.Impact,
        "expedia" => PostbackStyle.Partnerize,
        _ => null,
    };
}
