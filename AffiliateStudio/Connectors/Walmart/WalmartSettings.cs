using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Walmart;

/// <summary>The settings of a Walmart connection: the product API's key pair, and impact.com's account for links and money.</summary>
internal static class WalmartSettings
{
    /// <summary>The application's consumer id at walmart.io.</summary>
    public const string ConsumerId = "consumerId";

    /// <summary>The private key whose public half was uploaded.</summary>
    public const string PrivateKey = "privateKeyPem";

    /// <summary>Which of the uploaded keys it is.</summary>
    public const string KeyVersion = "keyVersion";

    /// <summary>The studio's own publisher id at impact.com.</summary>
    public const string PublisherId = "publisherId";

    /// <summary>The programme's id at impact.com.</summary>
    public const string CampaignId = "campaignId";

    /// <summary>The ad's id at impact.com.</summary>
    public const string AdId = "adId";

    /// <summary>The account SID at impact.com.</summary>
    public const string ImpactAccountSid = "impactAccountSid";

    /// <summary>The auth token at impact.com.</summary>
    public const string ImpactAuthToken = "impactAuthToken";

    /// <summary>Walmart's affiliate programme at impact.com.</summary>
    public const string DefaultCampaignId = "9383";

    /// <summary>An ad of that programme that allows deep links.</summary>
    public const string DefaultAdId = "568844";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(ConsumerId, "Consumer ID", false, "walmart.io, your application. A GUID."),
        new(PrivateKey, "Private key", true, "The PKCS#8 PEM file whose public half you uploaded, with its BEGIN and END lines."),
        new(KeyVersion, "Key version", false, "Shown beside the uploaded public key; 1 for the first."),
        new(PublisherId, "Publisher ID", false, "Your partner ID at impact.com, digits only. It stands in for creators who have none."),
        new(CampaignId, "Campaign ID", false, "The programme at impact.com: 9383 for Walmart affiliates, 16662 for Walmart Creator."),
        new(AdId, "Ad ID", false, "An ad of that programme that allows deep links, such as 568844."),
        new(ImpactAccountSid, "impact.com account SID", false, "impact.com, Settings, Technical, API. It starts with IR."),
        new(ImpactAuthToken, "impact.com auth token", true, "Shown on the same page."),
    ];

    /// <summary>A setting, or what is usual when it is empty.</summary>
    public static string Or(this ConnectionContext? connection, string name, string usual) => connection?[name].Trim() is { Length: > 0 } value ? value : usual;
}
