using AffiliateStudio.Features.Videos.Model;

namespace AffiliateStudio.Features.Videos;

/// <summary>Addresses of videos.</summary>
public static class VideosRoutes
{
    /// <summary>The creator's videos.</summary>
    public const string List = "/videos";

    /// <summary>The creator's view of one video.</summary>
    public const string DetailsPattern = "/videos/{Id:guid}";

    /// <summary>Where the browser sends a new video.</summary>
    public const string Upload = "/videos/upload";

    /// <summary>Where viewers watch.</summary>
    public const string WatchPattern = "/watch/{Id:guid}";

    /// <summary>The video file.</summary>
    public const string MediaPattern = "/media/videos/{id:guid}";

    /// <summary>The poster file.</summary>
    public const string PosterPattern = "/media/posters/{id:guid}";

    /// <summary>Where a creator sets out to sign in at TikTok.</summary>
    public const string TikTokConnect = "/Account/TikTok/connect";

    /// <summary>Where TikTok sends creators back; registered there for both programs.</summary>
    public const string TikTokCallback = "/Account/TikTok/callback";

    /// <summary>Where TikTok tells us what happened.</summary>
    public const string TikTokNotices = "/hooks/tiktok";

    /// <summary>The same for creators who allow comments.</summary>
    public static string TikTokConnectTo(PlatformProgram program) => $"{TikTokConnect}?program={program}";

    /// <summary>The creator's videos, with how a sign-in ended.</summary>
    public static string AfterSignIn(string outcome) => $"{List}?tiktok={Uri.EscapeDataString(outcome)}";

    /// <summary>The creator's view of a video.</summary>
    public static string Details(VideoId video) => $"/videos/{video.Value}";

    /// <summary>Where viewers watch a video.</summary>
    public static string Watch(VideoId video) => $"/watch/{video.Value}";

    /// <summary>The file of a video.</summary>
    public static string Media(VideoId video) => $"/media/videos/{video.Value}";

    /// <summary>The poster of a video.</summary>
    public static string Poster(VideoId video) => $"/media/posters/{video.Value}";
}
