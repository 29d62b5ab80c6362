using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>The settings of a TikTok connection: our app in the developers' program, and perhaps one in the program for businesses, which alone has comments.</summary>
internal static class TikTokSettings
{
    /// <summary>The client key of the developers' app.</summary>
    public const string ClientKey = "clientKey";

    /// <summary>Its secret. It also signs what TikTok tells us by itself.</summary>
    public const string ClientSecret = "clientSecret";

    /// <summary>The app id in the program for businesses.</summary>
    public const string BusinessAppId = "businessAppId";

    /// <summary>Its secret.</summary>
    public const string BusinessSecret = "businessSecret";

    /// <summary>Where account holders allow that app, as the portal shows it.</summary>
    public const string BusinessAuthorizeUrl = "businessAuthorizeUrl";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(ClientKey, "Client key", false, "TikTok for Developers, your app, with Login Kit and Display API. Register this server's address followed by /Account/TikTok/callback as redirect URI and by /hooks/tiktok as webhook."),
        new(ClientSecret, "Client secret", true, "Shown beside the client key."),
        new(BusinessAppId, "Business app ID", false, "TikTok API for Business, your app with the Accounts API. Without it videos are imported, but no comments are posted.") { IsOptional = true },
        new(BusinessSecret, "Business app secret", true, "Shown beside the business app ID.") { IsOptional = true },
        new(BusinessAuthorizeUrl, "Account holder authorization URL", false, "Shown for the business app, with the scopes comment.list and comment.list.manage. Its redirect URI is the same as above.") { IsOptional = true },
    ];
}
