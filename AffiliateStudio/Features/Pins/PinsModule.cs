namespace AffiliateStudio.Features.Pins;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class PinsModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddPins(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapPins(this WebApplication app)
    {
        return app;
    }
}
