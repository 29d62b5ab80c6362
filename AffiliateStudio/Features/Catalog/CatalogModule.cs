namespace AffiliateStudio.Features.Catalog;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class CatalogModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddCatalog(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OfferSummaries>();
        builder.Services.AddSingleton<OfferStore>();
        builder.Services.AddSingleton<PartnerCalls>();
        builder.Services.AddSingleton<PastedUrls>();
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapCatalog(this WebApplication app)
    {
        return app;
    }
}
