using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Rakuten;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Connectors;

/// <summary>Registers the connectors. Each host has its own way, so that one that is down or slow does not hold up another.</summary>
public static class ConnectorsModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddConnectors(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ImpactWay.Open(Options(services, "Impact"), PartnerTransport.Network(), Clock(services)));
        builder.Services.AddSingleton<IPartnerConnector>(services => AmazonModule.Create(Options(services, "Amazon"), PartnerTransport.Network(), Clock(services)));
        builder.Services.AddSingleton<IPartnerConnector>(services =>
            WalmartModule.Create(Options(services, "Walmart"), PartnerTransport.Network(), services.GetRequiredService<ImpactWay>(), Clock(services)));
        builder.Services.AddSingleton<IPartnerConnector>(services => TargetModule.Create(services.GetRequiredService<ImpactWay>(), Clock(services)));
        builder.Services.AddSingleton<IPartnerConnector>(services => ExpediaModule.Create(
            Options(services, "Expedia"), Options(services, "Partnerize"), PartnerTransport.Network(), PartnerTransport.Network(), Clock(services)));
        builder.Services.AddSingleton<IPartnerConnector>(services => RakutenModule.Create(
            Options(services, "RakutenSearch", new TransportOptions { LiveCallsPerMinute = 100 }),
            Options(services, "Rakuten"),
            PartnerTransport.Network,
            Clock(services),
            services.GetRequiredService<IMerchantBook>()));
        builder.Services.AddSingleton<ILinkWalker>(services => new LinkWalker(
            services.GetRequiredService<OwnAddress>(), LinkWalker.Network(GuardedConnection.OfThisMachine), LinkWalker.Network(null), TimeSpan.FromSeconds(10)));
        AddTikTok(builder.Services);
        return builder;
    }

    private static void AddTikTok(IServiceCollection services)
    {
        services.AddSingleton(provider => TikTokModule.Create(
            Options(provider, "TikTok"), Options(provider, "TikTokComments", TikTokModule.CommentPace()), PartnerTransport.Network(), PartnerTransport.Network(), Clock(provider)));
        services.AddSingleton<IPartnerConnector>(provider => provider.GetRequiredService<TikTokConnector>());
        services.AddSingleton<IVideoPlatform>(provider => provider.GetRequiredService<TikTokConnector>().Videos);
        services.AddSingleton<ICommentChannel>(provider => provider.GetRequiredService<TikTokConnector>().Comments);
    }

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    private static TransportOptions Options(IServiceProvider services, string host, TransportOptions? usual = null)
    {
        var options = usual ?? new TransportOptions();
        services.GetRequiredService<IConfiguration>().GetSection("Connectors:" + host).Bind(options);
        return options;
    }
}
