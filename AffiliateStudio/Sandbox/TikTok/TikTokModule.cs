using AffiliateStudio.Sandbox.Faults;

namespace AffiliateStudio.Sandbox.TikTok;

/// <summary>Puts the sandbox's TikTok together: its interfaces, which may fail as switched, and its pages, which do not.</summary>
internal static class TikTokModule
{
    /// <summary>Registers what it needs.</summary>
    public static void AddTikTok(this IServiceCollection services)
    {
        services.AddSingleton<TikTokWorld>();
        services.AddSingleton<TikTokTokens>();
        services.AddSingleton<TikTokNotices>();
        services.AddSingleton<TikTokCommentEndpoints>();
    }

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder sandbox)
    {
        var services = ((IEndpointRouteBuilder)sandbox).ServiceProvider;
        var interfaces = sandbox.MapGroup("/tiktok").AddEndpointFilter(new FaultFilter(SandboxApi.TikTok, TikTokErrors.Throttled));
        TikTokTokenEndpoints.Map(interfaces);
        TikTokVideoEndpoints.Map(interfaces);
        services.GetRequiredService<TikTokCommentEndpoints>().Map(interfaces);
        var pages = sandbox.MapGroup("/tiktok");
        TikTokConsent.Map(pages);
        TikTokPages.Map(pages);
    }
}
