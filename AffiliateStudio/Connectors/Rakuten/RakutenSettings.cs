using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Rakuten;

/// <summary>The settings of a Rakuten Advertising connection.</summary>
internal static class RakutenSettings
{
    /// <summary>The API client's id.</summary>
    public const string ClientId = "clientId";

    /// <summary>The API client's secret.</summary>
    public const string ClientSecret = "clientSecret";

    /// <summary>The site id, which is the scope of the token.</summary>
    public const string Sid = "sid";

    /// <summary>The encrypted publisher id that stands in links.</summary>
    public const string PublisherId = "publisherId";

    /// <summary>The word before the key when a token is asked for.</summary>
    public const string AuthScheme = "authScheme";

    /// <summary>The word of today's documentation; older accounts may still need Basic.</summary>
    public const string DefaultAuthScheme = "Bearer";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(ClientId, "Client ID", false, "developers.rakutenadvertising.com, your application's keys."),
        new(ClientSecret, "Client secret", true, "Shown beside the client ID."),
        new(Sid, "Site ID (SID)", false, "Publisher dashboard, Account, Sites. Digits only."),
        new(PublisherId, "Encrypted publisher ID", false, "The 11 characters after “id=” in any of your links. Upper and lower case count. It stands in for creators who have none."),
        new(AuthScheme, "Token scheme", false, "Leave empty for Bearer; older keys need Basic."),
    ];
}
