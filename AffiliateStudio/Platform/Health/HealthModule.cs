using AffiliateStudio.Platform.Security;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AffiliateStudio.Platform.Health;

/// <summary>
/// <c>/healthz/live</c> (the process answers) and <c>/healthz/ready</c> (it can do its work: database written to, disk free, migrations applied, clicks flowing). Nobody
/// but an admin is told why not. Modules add what they know with <c>AddHealthChecks().AddCheck&lt;T&gt;(name)</c>.
/// </summary>
internal static class HealthModule
{
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReadinessGate>();
        builder.Services.AddSingleton<HealthSnapshot>();
        builder.Services.AddHealthChecks().AddCheck<ReadinessHealth>("Readiness").AddCheck<DiskHealth>("Disk");
        return builder;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapMethods("/healthz/live", ["GET", "HEAD"], (RequestDelegate)LiveAsync).AllowAnonymous();
        app.MapMethods("/healthz/ready", ["GET", "HEAD"], (RequestDelegate)ReadyAsync).AllowAnonymous();
        return app;
    }

    private static Task LiveAsync(HttpContext context) => TextAsync(context, "live");

    private static async Task ReadyAsync(HttpContext context)
    {
        var snapshot = context.RequestServices.GetRequiredService<HealthSnapshot>();
        var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        var report = await snapshot.TakeAsync(context.RequestAborted);
        var isReady = report.Status != HealthStatus.Unhealthy && !lifetime.ApplicationStopping.IsCancellationRequested;
        if (!isReady)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }

        if (context.User.IsInRole(Roles.Admin))
        {
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(
                new { ready = isReady, checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), detail = entry.Value.Description }) },
                context.RequestAborted);
            return;
        }

        await TextAsync(context, isReady ? "ready" : "not ready");
    }

    private static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
