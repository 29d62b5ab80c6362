using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Puts the sandbox's TikTok together: its interfaces, which may fail as switched, and its pages, which do not.</summary>
internal sealed class TikTokApi : ISandboxInterface
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<TikTokWorld>();
        services.AddSingleton<TikTokTokens>();
        services.AddSingleton<TikTokNotices>();
        services.AddSingleton<TikTokCommentEndpoints>();
    }

    public void Map(RouteGroupBuilder sandbox, IServiceProvider services)
    {
        var interfaces = sandbox.MapGroup("/tiktok").AddEndpointFilter(new FaultFilter(SandboxApi.TikTok, TikTokErrors.Throttled));
        TikTokTokenEndpoints.Map(interfaces);
        TikTokVideoEndpoints.Map(interfaces);
        services.GetRequiredService<TikTokCommentEndpoints>().Map(interfaces);
        var pages = sandbox.MapGroup("/tiktok");
        TikTokConsent.Map(pages);
        TikTokPages.Map(pages);
    }
}
