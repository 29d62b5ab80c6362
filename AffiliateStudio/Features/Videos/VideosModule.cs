namespace AffiliateStudio.Features.Videos;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class VideosModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddVideos(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapVideos(this WebApplication app)
    {
        return app;
    }
}
