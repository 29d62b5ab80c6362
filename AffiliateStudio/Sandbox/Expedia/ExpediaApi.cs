using AffiliateStudio.Sandbox.Faults;
using AffiliateStudio.Sandbox.Partnerize;

namespace AffiliateStudio.Sandbox.Expedia;

/// <summary>Everything of Expedia's: its search, the network that pays for it, its pages.</summary>
internal sealed class ExpediaApi : ISandboxInterface
{
    public void Add(IServiceCollection services) => services.AddSingleton<XapGate>().AddSingleton<PartnerizeGate>();

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services)
    {
        XapEndpoints.Map(sandbox.MapGroup("/expedia")
            .AddEndpointFilter(new FaultFilter(SandboxApi.Expedia, _ => XapErrors.Gateway(StatusCodes.Status429TooManyRequests, "API rate limit exceeded.")))
            .AddEndpointFilter(services.GetRequiredService<XapGate>()));
        PartnerizeEndpoints.Map(sandbox.MapGroup("/partnerize")
            .AddEndpointFilter(new FaultFilter(SandboxApi.Partnerize, PartnerizeErrors.Throttled))
            .AddEndpointFilter(services.GetRequiredService<PartnerizeGate>()));
        BookingEndpoints.Map(sandbox.MapGroup("/expedia"));
    }
}
