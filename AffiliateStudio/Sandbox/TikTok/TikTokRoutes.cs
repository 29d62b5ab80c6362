namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Addresses of the sandbox's TikTok.</summary>
internal static class TikTokRoutes
{
    /// <summary>Where everything begins.</summary>
    public const string Root = "/sandbox/tiktok";

    /// <summary>Where a person allows the developers' app.</summary>
    public const string Authorize = Root + "/v2/auth/authorize/";

    /// <summary>Where a person allows the business app.</summary>
    public const string BusinessAuthorize = Root + "/business/authorize";

    /// <summary>An account's page.</summary>
    public static string Account(TikTokUser user) => $"{Root}/@{user.Name}";

    /// <summary>A video's page.</summary>
    public static string Video(TikTokUser user, TikTokVideo video) => $"{Account(user)}/video/{video.Id}";

    /// <summary>The player alone, for a frame.</summary>
    public static string Player(TikTokVideo video) => $"{Root}/player/v1/{video.Id}";

    /// <summary>A video's picture.</summary>
    public static string Cover(TikTokVideo video) => $"{Root}/covers/{video.Id}.svg";
}
