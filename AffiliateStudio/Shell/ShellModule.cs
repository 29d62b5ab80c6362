namespace AffiliateStudio.Shell;

/// <summary>Registers and maps the Blazor application.</summary>
public static class ShellModule
{
    /// <summary>Registers Razor components with interactive server rendering.</summary>
    public static IHostApplicationBuilder AddShell(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        return builder;
    }

    /// <summary>Maps static assets and pages.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
