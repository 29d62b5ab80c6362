using AffiliateStudio.Features.Catalog.SearchOffers;

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
        builder.Services.AddSingleton<OfferIndex>();
        builder.Services.AddSingleton<PartnerSearches>();
        builder.Services.AddSingleton<SearchOffers.SearchOffers>();
        builder.Services.AddSingleton<OpenOffer.OpenOffer>();
        builder.Services.AddSingleton<RefreshOffer.RefreshOffer>();
        builder.Services.AddSingleton<OfferUpdates>();
        builder.Services.AddScoped<SearchMemory>();
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapCatalog(this WebApplication app)
    {
        return app;
    }
}
