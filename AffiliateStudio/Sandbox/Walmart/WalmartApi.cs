using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.Walmart;

/// <summary>Walmart's product API.</summary>
internal sealed class WalmartApi : ISandboxInterface
{
    public void Add(IServiceCollection services) => services.AddSingleton<WalmartGate>();

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services) => WalmartEndpoints.Map(sandbox.MapGroup("/walmart")
        .AddEndpointFilter(new FaultFilter(SandboxApi.Walmart, http => WalmartErrors.Throttled(http, 1)))
        .AddEndpointFilter(services.GetRequiredService<WalmartGate>()));
}
