using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.Amazon;

/// <summary>Amazon's Creators API: tokens, catalog and reports.</summary>
internal sealed class AmazonApi : ISandboxInterface
{
    public void Add(IServiceCollection services) => services.AddSingleton<AmazonTokens>().AddSingleton<AmazonReports>().AddSingleton<AmazonGate>();

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services)
    {
        var gate = services.GetRequiredService<AmazonGate>();
        var amazon = sandbox.MapGroup("/amazon").AddEndpointFilter(new FaultFilter(SandboxApi.Amazon, AmazonErrors.Throttled));
        AmazonTokenEndpoints.Map(amazon);
        AmazonReportEndpoints.MapFiles(amazon);
        AmazonCatalogEndpoints.Map(amazon.MapGroup("/catalog/v1").AddEndpointFilter(gate));
        AmazonReportEndpoints.Map(amazon.MapGroup("/reports/v1").AddEndpointFilter(gate));
    }
}
