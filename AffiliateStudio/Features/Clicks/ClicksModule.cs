namespace AffiliateStudio.Features.Clicks;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class ClicksModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddClicks(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapClicks(this WebApplication app)
    {
        return app;
    }
}
