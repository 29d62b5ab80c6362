namespace AffiliateStudio.Features.Earnings;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class EarningsModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddEarnings(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapEarnings(this WebApplication app)
    {
        return app;
    }
}
