using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.ReceivePostback;
using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Partners;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class PartnersModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddPartners(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CommissionOptions>().BindConfiguration(CommissionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<ConnectionSecrets>();
        builder.Services.AddSingleton<ConnectionDirectory>();
        builder.Services.AddSingleton<PartnerDirectory>();
        builder.Services.AddSingleton<RateCards>();
        builder.Services.AddSingleton<LinkPolicy>();
        builder.Services.AddSingleton<CreatorTags>();
        builder.Services.AddSingleton<HouseTags>();
        builder.Services.AddSingleton<ListCreatorTags.ListCreatorTags>();
        builder.Services.AddSingleton<SaveCreatorTag.SaveCreatorTag>();
        builder.Services.AddSingleton<ListConnectors.ListConnectors>();
        builder.Services.AddSingleton<TestConnection.TestConnection>();
        builder.Services.AddSingleton<SaveConnection.SaveConnection>();
        builder.Services.AddSingleton<PauseConnection.PauseConnection>();
        builder.Services.AddOptions<PostbackOptions>().BindConfiguration(PostbackOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PostbackHooks>();
        builder.Services.AddSingleton<RotatePostbackHook.RotatePostbackHook>();
        builder.Services.AddSingleton<RevokePostbackHook.RevokePostbackHook>();
        builder.Services.AddSingleton<LimitPostbackSources.LimitPostbackSources>();
        builder.Services.AddSingleton<ShowPostbackHook.ShowPostbackHook>();
        builder.Services.AddSingleton<PostbackPace>();
        builder.Services.AddSingleton<PostbackReads>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PostbackReads>());
        builder.Services.AddSingleton<PostbackEndpoint>();
        builder.Services.AddSingleton<ListNotices.ListNotices>();
        builder.Services.AddSingleton<DismissNotice.DismissNotice>();
        builder.Services.AddSingleton<MerchantDirectory>();
        builder.Services.AddSingleton<IMerchantBook>(services => services.GetRequiredService<MerchantDirectory>());
        builder.Services.AddSingleton<IReadOnlyList<PartnerProfile>>(services =>
            [.. services.GetServices<IPartnerConnector>().OfType<IPartnerProfile>().Select(connector => connector.Profile)]);
        builder.Services.AddSingleton<SeedPartners.SeedPartners>();
        builder.Services.AddSingleton<SyncMerchants.SyncMerchants>();
        builder.Services.AddHostedService<SyncMerchants.SyncOnConnectionChange>();
        builder.Services.AddStudioJob<SyncMerchants.SyncMerchants>(SyncMerchants.SyncMerchants.Name, TimeSpan.FromHours(24), TimeSpan.FromMinutes(1));
        builder.Services.AddHostedService(services => services.GetRequiredService<SeedPartners.SeedPartners>());
        return builder;
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapPartners(this WebApplication app)
    {
        PostbackEndpoint.Map(app);
        return app;
    }
}
