using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>impact.com, for Walmart's money and all of Target.</summary>
internal sealed class ImpactApi : ISandboxInterface
{
    public void Add(IServiceCollection services) => services.AddSingleton<ImpactGate>();

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services)
    {
        var gate = services.GetRequiredService<ImpactGate>();
        ImpactEndpoints.Map(sandbox.MapGroup("/impact/Mediapartners/{sid}").AddEndpointFilter(new FaultFilter(SandboxApi.Impact, gate.Throttled)).AddEndpointFilter(gate));
    }
}
