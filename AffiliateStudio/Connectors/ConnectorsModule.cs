using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Connectors;

/// <summary>Registers the connectors. Each has its own way to its partner, so that one that is down or slow does not hold up another.</summary>
public static class ConnectorsModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddConnectors(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPartnerConnector>(services => AmazonModule.Create(
            Options(services, "Amazon"), PartnerTransport.Network(), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IPartnerConnector>(services => WalmartModule.Create(
            Options(services, "Walmart"),
            Options(services, "Impact"),
            PartnerTransport.Network(),
            PartnerTransport.Network(),
            services.GetRequiredService<TimeProvider>()));
        AddTikTok(builder.Services);
        return builder;
    }

    private static void AddTikTok(IServiceCollection services)
    {
        services.AddSingleton(provider => TikTokModule.Create(
            Options(provider, "TikTok"),
            provider.GetRequiredService<IConfiguration>().GetSection("Connectors:TikTokComments").Get<TransportOptions>() ?? TikTokModule.CommentPace,
            PartnerTransport.Network(),
            PartnerTransport.Network(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPartnerConnector>(provider => provider.GetRequiredService<TikTokConnector>());
        services.AddSingleton<IVideoPlatform>(provider => provider.GetRequiredService<TikTokConnector>().Videos);
        services.AddSingleton<ICommentChannel>(provider => provider.GetRequiredService<TikTokConnector>().Comments);
    }

    private static TransportOptions Options(IServiceProvider services, string partner) =>
        services.GetRequiredService<IConfiguration>().GetSection("Connectors:" + partner).Get<TransportOptions>() ?? new TransportOptions();
}
