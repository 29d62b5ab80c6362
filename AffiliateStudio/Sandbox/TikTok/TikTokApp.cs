namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Our two apps as the sandbox's TikTok knows them: made at the first start and kept.</summary>
public sealed record TikTokApp
{
    /// <summary>The client key in the developers' program.</summary>
    public required string ClientKey { get; init; }

    /// <summary>Its secret, which also signs notices.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The app id in the program for businesses.</summary>
    public required string BusinessAppId { get; init; }

    /// <summary>Its secret.</summary>
    public required string BusinessSecret { get; init; }

    /// <summary>Where account holders allow the business app, as its portal would show it.</summary>
    public string BusinessAuthorizeUrl => $"{TikTokRoutes.BusinessAuthorize}?client_key={BusinessAppId}&scope=user.info.basic%2Cvideo.list%2Ccomment.list%2Ccomment.list.manage&response_type=code";
}
