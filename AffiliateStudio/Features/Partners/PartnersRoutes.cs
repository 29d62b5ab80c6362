using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners;

/// <summary>Where the feature's pages are.</summary>
public static class PartnersRoutes
{
    /// <summary>A creator's own tags with the partners.</summary>
    public const string Tags = "/settings/tags";

    /// <summary>The connections with partners, for admins.</summary>
    public const string Connectors = "/admin/connectors";

    /// <summary>Where partners call us when something changed.</summary>
    public const string HookPattern = "/hooks/{partner}/{token}";

    /// <summary>A partner's address for that.</summary>
    public static string Hook(PartnerKey partner, string token) => $"/hooks/{partner.Value}/{token}";
}
