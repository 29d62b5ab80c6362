using AffiliateStudio.Features.Catalog;
using AffiliateStudio.Features.Pins.PublicPages;
using AffiliateStudio.Features.Videos;
using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Pins;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class PinsModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddPins(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PinsOptions>().BindConfiguration(PinsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<VideoPins>();
        builder.Services.AddSingleton<IVideoNumbers>(services => services.GetRequiredService<VideoPins>());
        builder.Services.AddSingleton<IVideoDependents>(services => services.GetRequiredService<VideoPins>());
        builder.Services.AddSingleton<PinLinks>();
        builder.Services.AddSingleton<PinChange>();
        builder.Services.AddSingleton<PublishPin.PublishPin>();
        builder.Services.AddSingleton<EditPin.EditPin>();
        builder.Services.AddSingleton<ReorderPins.ReorderPins>();
        builder.Services.AddSingleton<PausePin.PausePin>();
        builder.Services.AddSingleton<ResumePin.ResumePin>();
        builder.Services.AddSingleton<RetirePin.RetirePin>();
        builder.Services.AddSingleton<PreparePin.PreparePin>();
        builder.Services.AddSingleton<RelinkPins.RelinkPins>();
        builder.Services.AddHostedService<RelinkPins.RelinkOnTagChange>();
        builder.Services.AddStudioJob<RelinkPins.RelinkPins>(RelinkPins.RelinkPins.Name, TimeSpan.FromHours(1), TimeSpan.FromMinutes(2));
        builder.Services.AddSingleton<TestLink.LinkTestPace>();
        builder.Services.AddSingleton<TestLink.TestLink>();
        builder.Services.AddSingleton<ManagePins.ReadOwnVideo>();
        AddComments(builder.Services);
        builder.Services.AddScoped<PinDialogs>();
        builder.Services.AddScoped<IOfferPinning>(services => services.GetRequiredService<PinDialogs>());
        builder.Services.AddSingleton<PinnedProducts>();
        builder.Services.AddSingleton<WatchVideo.WatchCache>();
        builder.Services.AddSingleton<WatchVideo.WatchVideo>();
        builder.Services.AddSingleton<OpenStorefront.OpenStorefront>();
        builder.Services.AddStudioJob<RefreshPinnedProducts.RefreshPinnedProducts>(RefreshPinnedProducts.RefreshPinnedProducts.Name, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        builder.Services.AddOutputCache(options => options.AddPolicy(PublicPageCaching.Name, new PublicPageCaching()));
        return builder;
    }

    private static void AddComments(IServiceCollection services)
    {
        services.AddSingleton<PostPinComment.PinCommentRows>();
        services.AddSingleton<PostPinComment.PostPinComment>();
        services.AddSingleton<PostPinComment.FollowPins>();
        services.AddHostedService(provider => provider.GetRequiredService<PostPinComment.FollowPins>());
        services.AddSingleton<RetryPinComment.RetryPinComment>();
        services.AddSingleton<ReadPinComment.ReadPinComment>();
        services.AddStudioJob<PostPinComment.PostWaitingComments>(PostPinComment.PostWaitingComments.Name, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapPins(this WebApplication app)
    {
        return app;
    }
}
