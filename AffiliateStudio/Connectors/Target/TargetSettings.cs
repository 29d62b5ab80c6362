using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Target;

/// <summary>The settings of a Target connection: everything is at impact.com.</summary>
internal static class TargetSettings
{
    /// <summary>The account SID at impact.com.</summary>
    public const string AccountSid = "impactAccountSid";

    /// <summary>The auth token at impact.com.</summary>
    public const string AuthToken = "impactAuthToken";

    /// <summary>The studio's own partner id at impact.com.</summary>
    public const string PublisherId = "publisherId";

    /// <summary>The programme's id.</summary>
    public const string CampaignId = "campaignId";

    /// <summary>The ad that links belong to.</summary>
    public const string AdId = "adId";

    /// <summary>Target Partners at impact.com.</summary>
    public const string DefaultCampaignId = "2092";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(AccountSid, "impact.com account SID", false, "impact.com, Settings, Technical, API. It starts with IR."),
        new(AuthToken, "impact.com auth token", true, "Shown on the same page."),
        new(PublisherId, "Publisher ID", false, "Your partner ID at impact.com, digits only: the first number in your tracking link. It stands in for creators who have none."),
        new(AdId, "Ad ID", false, "The second number in your tracking link, goto.target.com/c/publisher/ad/campaign. “Test connection” reads it out."),
        new(CampaignId, "Campaign ID", false, "The third number: 2092 for Target Partners."),
    ];

    /// <summary>The account and programme that a connection names.</summary>
    public static ImpactAccount Account(ConnectionContext connection) => new(
        connection[AccountSid].Trim(), connection[AuthToken].Trim(), connection[CampaignId].Trim() is { Length: > 0 } campaign ? campaign : DefaultCampaignId);
}
