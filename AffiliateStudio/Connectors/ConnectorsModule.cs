using AffiliateStudio.Connectors.Amazon;
using AffiliateStudio.Connectors.Expedia;
using AffiliateStudio.Connectors.Impact;
using AffiliateStudio.Connectors.Target;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;

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
        return builder;
    }

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    private static TransportOptions Options(IServiceProvider services, string host) =>
        services.GetRequiredService<IConfiguration>().GetSection("Connectors:" + host).Get<TransportOptions>() ?? new TransportOptions();
}
