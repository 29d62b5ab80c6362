using AffiliateStudio.Connectors;
using AffiliateStudio.Data;
using AffiliateStudio.Demo;
using AffiliateStudio.Features.Accounts;
using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Earnings;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Pins;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Hosting;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Shell;
using AffiliateStudio.Ui;

return await StudioRun.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPlatform();
    builder.AddData();
    builder.AddUi();
    builder.AddAccounts();
    builder.AddPartners();
    builder.AddCatalog();
    builder.AddVideos();
    builder.AddPins();
    builder.AddClicks();
    builder.AddEarnings();
    builder.AddConnectors();
    builder.AddSandbox();
    builder.AddDemo();
    builder.AddShell();

    var app = builder.Build();
    app.UseShell();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.UseOutputCache();
    app.MapPlatform();
    app.MapAccounts();
    app.MapPartners();
    app.MapCatalog();
    app.MapVideos();
    app.MapPins();
    app.MapClicks();
    app.MapEarnings();
    app.MapSandbox();
    app.MapDemo();
    app.MapShell();
    return app;
});

/// <summary>The entry point; public so that tests can start the product.</summary>
public partial class Program;
