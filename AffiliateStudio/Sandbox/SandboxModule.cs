namespace AffiliateStudio.Sandbox;

/// <summary>Registers this part and maps its endpoints.</summary>
public static class SandboxModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddSandbox(this IHostApplicationBuilder builder)
    {
        return builder;
    }

    /// <summary>Maps this part's endpoints.</summary>
    public static WebApplication MapSandbox(this WebApplication app)
    {
        return app;
    }
}
