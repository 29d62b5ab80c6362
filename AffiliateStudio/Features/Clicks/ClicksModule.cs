using AffiliateStudio.Features.Clicks.FollowLink;
using AffiliateStudio.Features.Clicks.Links;
using AffiliateStudio.Features.Clicks.Log;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Platform.Jobs;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AffiliateStudio.Features.Clicks;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class ClicksModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddClicks(this IHostApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration["Database:Provider"], nameof(Data.DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase))
        {
            builder.Services.AddSingleton(services =>
            {
                // Asking for the options is what checks them: a missing connection string is named, not stumbled over.
                _ = services.GetRequiredService<IOptions<Data.DatabaseOptions>>().Value;
                return NpgsqlDataSource.Create(services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")!);
            });
            builder.Services.AddSingleton<IClickStore, PostgresClickStore>();
        }
        else
        {
            builder.Services.AddSingleton<IClickStore, SqliteClickStore>();
        }

        builder.Services.AddSingleton<ClickSpool>();
        builder.Services.AddSingleton<ClickNews>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClickNews>());
        builder.Services.AddSingleton<ClickLog>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClickLog>());
        builder.Services.AddSingleton<LinkTable>();
        builder.Services.AddHostedService<KeepLinks>();
        builder.Services.AddSingleton<VisitorKeys>();
        builder.Services.AddSingleton<LinkPages>();
        builder.Services.AddSingleton<FollowLinkEndpoint>();
        builder.Services.AddSingleton<ClickCounts>();
        builder.Services.AddSingleton<IClickCounts>(services => services.GetRequiredService<ClickCounts>());
        builder.Services.AddSingleton<IPinClicks>(services => services.GetRequiredService<ClickCounts>());
        builder.Services.AddHealthChecks().AddCheck<ClickLogHealth>("Clicks");
        builder.Services.AddStudioJob<PruneClicks.PruneClicks>("Remove old clicks", TimeSpan.FromDays(1), firstRunAfter: TimeSpan.FromMinutes(10));
        return builder;
    }

    /// <summary>Maps the feature's endpoints. Links answer before authentication and everything else in the pipeline: they are the busiest door.</summary>
    public static WebApplication MapClicks(this WebApplication app)
    {
        // Made at the first tap: while endpoints are mapped, the settings that it stands on have not been checked yet.
        FollowLinkEndpoint? endpoint = null;
        RequestDelegate follow = context => (endpoint ??= app.Services.GetRequiredService<FollowLinkEndpoint>()).AnswerAsync(context);
        app.MapMethods(PinsRoutes.GoPattern, ["GET", "HEAD"], follow).ShortCircuit();
        app.MapMethods("/.well-known/traffic-advice", ["GET", "HEAD"], (RequestDelegate)TrafficAdviceAsync).ShortCircuit();
        return app;
    }

    // Read by browsers' prefetch proxies: a tap that never was must not be counted.
    private static Task TrafficAdviceAsync(HttpContext context)
    {
        context.Response.ContentType = "application/trafficadvice+json";
        return context.Response.WriteAsync("""[{"user_agent":"prefetch-proxy","disallow":true}]""", context.RequestAborted);
    }
}
