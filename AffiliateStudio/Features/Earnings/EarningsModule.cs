using AffiliateStudio.Features.Earnings.ReadBoughtItems;
using AffiliateStudio.Features.Earnings.SyncConversions;
using AffiliateStudio.Features.Earnings.VerifyLedger;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Earnings;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class EarningsModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddEarnings(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ApplyConversions.ApplyConversions>();
        services.AddSingleton<SyncProgress>();
        services.AddSingleton<SyncConversions.SyncConversions>();
        services.AddSingleton<ReadBoughtItems.ReadBoughtItems>();
        services.AddSingleton<SyncOnDemand>();
        services.AddSingleton<IConversionSync>(provider => provider.GetRequiredService<SyncOnDemand>());
        services.AddHostedService(provider => provider.GetRequiredService<SyncOnDemand>());
        services.AddSingleton<LastLedgerCheck>();
        services.AddSingleton<VerifyLedger.VerifyLedger>();
        services.AddSingleton<ReadEarnings.ReadEarnings>();
        services.AddSingleton<ListEarningRows.ListEarningRows>();
        services.AddSingleton<ReadEarningHistory.ReadEarningHistory>();
        services.AddSingleton<PreviewAmazonExport.PreviewAmazonExport>();
        services.AddSingleton<CommitAmazonExport.CommitAmazonExport>();
        services.AddSingleton<ShowConversions.ShowConversions>();
        services.AddSingleton<AssignConversion.AssignConversion>();
        services.AddSingleton<AssignTaggedConversions.TagClaims>();
        services.AddSingleton<AssignTaggedConversions.AssignTaggedConversions>();

        // The sandbox's orders move while one looks at them, so they are read every minute.
        var every = builder.Configuration.GetValue("Sandbox:Enabled", false) ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(10);
        services.AddStudioJob<SyncConversionsJob>(SyncConversionsJob.Name, every);
        services.AddStudioJob<ReadBoughtItemsJob>(ReadBoughtItemsJob.Name, TimeSpan.FromHours(1), TimeSpan.FromMinutes(2));
        services.AddStudioJob<VerifyLedgerJob>(VerifyLedgerJob.Name, TimeSpan.FromDays(1), TimeSpan.FromMinutes(5));
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapEarnings(this WebApplication app)
    {
        ListEarningRows.EarningRowsFile.Map(app);
        return app;
    }
}
