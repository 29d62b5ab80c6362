using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Connectors.Expedia;

/// <summary>The settings of an Expedia connection: XAP's key for search, Partnerize's account for links and money.</summary>
internal static class ExpediaSettings
{
    /// <summary>XAP's partner API key.</summary>
    public const string XapKey = "xapKey";

    /// <summary>XAP's password.</summary>
    public const string XapPassword = "xapPassword";

    /// <summary>Partnerize's user application key.</summary>
    public const string ApplicationKey = "partnerizeApplicationKey";

    /// <summary>Partnerize's user API key.</summary>
    public const string UserApiKey = "partnerizeUserApiKey";

    /// <summary>The studio's own publisher id at Partnerize.</summary>
    public const string PublisherId = "publisherId";

    /// <summary>Expedia's campaign at Partnerize.</summary>
    public const string CampaignId = "campaignId";

    /// <summary>The studio's own camref: publisher and campaign in one word.</summary>
    public const string Camref = "camref";

    /// <summary>The language and country of the point of sale.</summary>
    public const string Locale = "locale";

    /// <summary>The currency of prices.</summary>
    public const string Currency = "currency";

    /// <summary>The form.</summary>
    public static IReadOnlyList<ConnectionSetting> Form { get; } =
    [
        new(XapKey, "XAP API key", true, "Your Expedia account manager gives it to you. It looks like X12X3X4-56XX-7XX8-X901-23XX45X6X789X."),
        new(XapPassword, "XAP password", true, "Comes with the key."),
        new(ApplicationKey, "Partnerize application key", true, "Partnerize, Settings, Account Settings: the user application key."),
        new(UserApiKey, "Partnerize user API key", true, "Shown on the same page."),
        new(PublisherId, "Partnerize publisher ID", false, "Your partner ID at Partnerize, such as 1101l900."),
        new(CampaignId, "Campaign ID", false, "Expedia's campaign at Partnerize, such as 1011l777."),
        new(Camref, "Camref", false, "Your camref of that campaign, such as 1011lXyZ. It stands in for creators who have none."),
        new(Locale, "Locale", false, "Language and country of prices and texts, such as en_US. Empty for en_US."),
        new(Currency, "Currency", false, "Currency of prices, such as USD. Empty for USD."),
    ];

    /// <summary>The locale of searches.</summary>
    public static string LocaleOf(ConnectionContext connection) => Or(connection, Locale, "en_US");

    /// <summary>The currency of searches.</summary>
    public static string CurrencyOf(ConnectionContext connection) => Or(connection, Currency, "USD").ToUpperInvariant();

    /// <summary>The merchant that offers belong to, which is the campaign; null when none is named.</summary>
    public static string? MerchantOf(ConnectionContext connection) => connection[CampaignId].Trim() is { Length: > 0 and <= 40 } campaign ? campaign : null;

    private static string Or(ConnectionContext connection, string name, string usual) => connection[name].Trim() is { Length: > 0 } value ? value : usual;
}
