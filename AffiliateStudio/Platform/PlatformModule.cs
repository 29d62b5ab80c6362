using AffiliateStudio.Platform.Events;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Platform.Health;
using AffiliateStudio.Platform.Hosting;
using AffiliateStudio.Platform.Ids;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Platform.Web;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Platform;

/// <summary>Registers what every feature stands on: clock, ids, events, files, the server's own address.</summary>
public static class PlatformModule
{
    /// <summary>Registers the platform.</summary>
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder)
    {
        builder.AddDefaultAddress();
        builder.Services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StudioClock>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<StudioClock>());
        builder.Services.AddSingleton<IdGenerator>();
        builder.Services.AddSingleton<EventHub>();
        builder.Services.AddSingleton<OwnAddress>();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddSingleton(services => new DataDirectory(Path.Combine(
            services.GetRequiredService<IHostEnvironment>().ContentRootPath,
            services.GetRequiredService<IOptions<StudioOptions>>().Value.DataDirectory)));
        // An address with a query that is far too long gets an answer in words rather than a bare refusal of the server.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestLineSize = 32 * 1024);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
        builder.AddJobs().AddHealth().AddMail();
        return builder;
    }

    /// <summary>Maps the health endpoints.</summary>
    public static WebApplication MapPlatform(this WebApplication app) => app.MapHealth();
}
