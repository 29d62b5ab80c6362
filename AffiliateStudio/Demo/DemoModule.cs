namespace AffiliateStudio.Demo;

/// <summary>Connects the product to its sandbox and makes the demo's accounts and history. All of it only while the sandbox is on.</summary>
public static class DemoModule
{
    /// <summary>Registers the demo.</summary>
    public static IHostApplicationBuilder AddDemo(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>("Sandbox:Enabled"))
        {
            return builder;
        }

        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section);
        builder.Services.AddSingleton<DemoState>();
        builder.Services.AddSingleton<DemoPeople>();
        builder.Services.AddSingleton<DemoProgress>();
        builder.Services.AddSingleton<DemoHistory>();
        builder.Services.AddSingleton<DemoDay>();
        builder.Services.AddSingleton<DemoTikTok>();
        builder.Services.AddSingleton<DemoPresent>();
        builder.Services.AddSingleton<DemoTimeline>();
        builder.Services.AddHostedService<ConnectSandbox>();
        builder.Services.AddHostedService<MakeDemo>();
        return builder;
    }

    /// <summary>Shows how far the demo is to whoever comes while it is being made.</summary>
    public static WebApplication MapDemo(this WebApplication app)
    {
        if (app.Services.GetService<DemoState>() is not null)
        {
            app.UseMiddleware<DemoProgressPage>();
        }

        return app;
    }
}
