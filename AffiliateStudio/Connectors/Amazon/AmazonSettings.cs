using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>The settings of an Amazon connection.</summary>
internal static class AmazonSettings
{
    /// <summary>The credential's id.</summary>
    public const string CredentialId = "credentialId";

    /// <summary>The credential's secret.</summary>
    public const string CredentialSecret = "credentialSecret";

    /// <summary>The credential's version, which selects the token endpoint.</summary>
    public const string Version = "version";

    /// <summary>The marketplace's host.</summary>
    public const string Marketplace = "marketplace";

    /// <summary>The studio's own tracking id.</summary>
    public const string PartnerTag = "partnerTag";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(CredentialId, "Credential ID", false, "Associates Central, Tools, Creators API, Application credentials."),
        new(CredentialSecret, "Credential secret", true, "Shown once by Associates Central when the credential is made."),
        new(Version, "Credential version", false, "2.1, 2.2, 2.3, 3.1, 3.2 or 3.3, as shown beside the credential."),
        new(Marketplace, "Marketplace", false, "The shop's host, such as www.amazon.com."),
        new(PartnerTag, "Partner tag", false, "The studio's own tracking ID, such as studio-20. It stands in for creators who have none."),
    ];
}
