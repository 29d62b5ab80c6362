namespace AffiliateStudio.Features.Partners;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class PartnersModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddPartners(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapPartners(this WebApplication app)
    {
        return app;
    }
}
