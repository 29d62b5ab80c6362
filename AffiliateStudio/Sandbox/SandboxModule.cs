using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Amazon;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Expedia;
using AffiliateStudio.Sandbox.Faults;
using AffiliateStudio.Sandbox.Impact;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Outbox;
using AffiliateStudio.Sandbox.Partnerize;
using AffiliateStudio.Sandbox.Pictures;
using AffiliateStudio.Sandbox.Rakuten;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.Store;
using AffiliateStudio.Sandbox.TikTok;
using AffiliateStudio.Sandbox.Walmart;
using Microsoft.Extensions.Options;

namespace AffiliateStudio.Sandbox;

/// <summary>Registers this part and maps its endpoints.</summary>
public static class SandboxModule
{
    /// <summary>Registers what this part needs.</summary>
    public static IHostApplicationBuilder AddSandbox(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SandboxOptions>().BindConfiguration(SandboxOptions.Section).ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (options, environment) => !options.Enabled || options.AllowInProduction || !environment.IsProduction(),
                "Sandbox:Enabled is true in the Production environment. The sandbox plays partners that pay no money: turn it off, or set Sandbox:AllowInProduction=true to run it on purpose.")
            .ValidateOnStart();
        builder.Services.AddSingleton<SandboxStore>();
        builder.Services.AddSingleton(services => CredentialVault.LoadOrMake(services.GetRequiredService<SandboxStore>()));
        builder.Services.AddSingleton(services => new SandboxClockControl(services.GetRequiredService<StudioClock>(), services.GetRequiredService<SandboxStore>()));
        builder.Services.AddSingleton<SandboxFaults>();
        builder.Services.AddSingleton<SandboxCatalog>();
        builder.Services.AddSingleton<ShapeLibrary>();
        builder.Services.AddSingleton<PictureMaker>();
        builder.Services.AddSingleton<OrderBook>();
        builder.Services.AddSingleton<AmazonTokens>();
        builder.Services.AddSingleton<AmazonReports>();
        builder.Services.AddSingleton<AmazonGate>();
        builder.Services.AddSingleton<WalmartGate>();
        builder.Services.AddSingleton<ImpactGate>();
        RakutenApi.Add(builder.Services);
        builder.Services.AddTikTok();
        builder.Services.AddSingleton<XapGate>();
        builder.Services.AddSingleton<PartnerizeGate>();
        if (builder.Configuration.GetValue<bool>($"{SandboxOptions.Section}:{nameof(SandboxOptions.Enabled)}"))
        {
            builder.Services.AddHostedService<OpenWorld>();
            builder.Services.AddSingleton<IMailCopies, OutboxCopies>();
        }

        return builder;
    }

    /// <summary>Maps this part's endpoints; none when the sandbox is off.</summary>
    public static WebApplication MapSandbox(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<SandboxOptions>>().Value.Enabled)
        {
            return app;
        }

        var services = app.Services;
        var sandbox = app.MapGroup("/sandbox").AllowAnonymous();
        var amazon = sandbox.MapGroup("/amazon").AddEndpointFilter(new FaultFilter(SandboxApi.Amazon, AmazonErrors.Throttled));
        AmazonTokenEndpoints.Map(amazon);
        AmazonReportEndpoints.MapFiles(amazon);
        AmazonCatalogEndpoints.Map(amazon.MapGroup("/catalog/v1").AddEndpointFilter(services.GetRequiredService<AmazonGate>()));
        AmazonReportEndpoints.Map(amazon.MapGroup("/reports/v1").AddEndpointFilter(services.GetRequiredService<AmazonGate>()));
        WalmartEndpoints.Map(sandbox.MapGroup("/walmart")
            .AddEndpointFilter(new FaultFilter(SandboxApi.Walmart, http => WalmartErrors.Throttled(http, 1))).AddEndpointFilter(services.GetRequiredService<WalmartGate>()));
        var impact = services.GetRequiredService<ImpactGate>();
        ImpactEndpoints.Map(sandbox.MapGroup("/impact/Mediapartners/{sid}")
            .AddEndpointFilter(new FaultFilter(SandboxApi.Impact, impact.Throttled)).AddEndpointFilter(impact));
        RakutenApi.Map(sandbox);
        TikTokModule.Map(sandbox);
        TravelEndpoints.Map(sandbox, services);
        ShopEndpoints.Map(sandbox);
        PictureEndpoints.Map(sandbox);
        OutboxEndpoints.Map(app);
        return app;
    }
}
