using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Web;

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
        builder.Services.AddSingleton<ILinkWalker>(services => new LinkWalker(
            services.GetRequiredService<OwnAddress>(), LinkWalker.Network(GuardedConnection.OfThisMachine), LinkWalker.Network(null), TimeSpan.FromSeconds(10)));
        return builder;
    }

    private static TransportOptions Options(IServiceProvider services, string partner) =>
        services.GetRequiredService<IConfiguration>().GetSection("Connectors:" + partner).Get<TransportOptions>() ?? new TransportOptions();
}
