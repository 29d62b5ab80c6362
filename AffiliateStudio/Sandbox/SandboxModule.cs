using AffiliateStudio.Platform.Mail;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Sandbox.Catalog;
using AffiliateStudio.Sandbox.Orders;
using AffiliateStudio.Sandbox.Outbox;
using AffiliateStudio.Sandbox.Pictures;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.Store;
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
        foreach (var part in SandboxInterfaces.All)
        {
            part.Add(builder.Services);
        }

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

        var sandbox = app.MapGroup("/sandbox").AllowAnonymous();
        foreach (var part in SandboxInterfaces.All)
        {
            part.Map(sandbox, app.Services);
        }

        ShopEndpoints.Map(sandbox);
        PictureEndpoints.Map(sandbox);
        OutboxEndpoints.Map(app);
        return app;
    }
}
