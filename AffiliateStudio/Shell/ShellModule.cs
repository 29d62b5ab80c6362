using System.Globalization;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Shell;

/// <summary>Registers and maps the Blazor application.</summary>
public static class ShellModule
{
    private static readonly CultureInfo[] Cultures = [.. new[] { "en-US", "en-GB", "en-CA", "en-AU", "en-IE", "en-IN", "en-NZ" }.Select(CultureInfo.GetCultureInfo)];

    /// <summary>Registers Razor components with interactive server rendering.</summary>
    public static IHostApplicationBuilder AddShell(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            // A browser that does not answer a call in ten seconds will not answer it at all.
            options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
            options.DisconnectedCircuitMaxRetained = 100;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        });
        builder.Services.AddRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new(Cultures[0]);
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
        });
        return builder;
    }

    /// <summary>What stands before every request: headers, the door of the circuits, the error page, the viewer's way of writing numbers.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", "?code={0}");
        app.UseOriginCheck("/_blazor");
        app.UseRequestLocalization();
        return app;
    }

    // Pages answer only what they name; whoever checks a link without wanting the page would be told that it is dead.
    private static void AnswerHead(EndpointBuilder page)
    {
        if (page.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { } methods && methods.HttpMethods.Contains(HttpMethods.Get))
        {
            page.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
        }
    }

    /// <summary>Maps static assets and pages.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // The security headers say who may frame a page.
            options.ContentSecurityFrameAncestorsPolicy = null;
        }).Add(AnswerHead);
        return app;
    }
}
