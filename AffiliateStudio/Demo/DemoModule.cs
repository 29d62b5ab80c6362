namespace AffiliateStudio.Demo;

/// <summary>Registers this part and maps its endpoints.</summary>
public static class DemoModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddDemo(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps this part's endpoints.</summary>
    public static WebApplication MapDemo(this WebApplication app)
    {
        return app;
    }
}
