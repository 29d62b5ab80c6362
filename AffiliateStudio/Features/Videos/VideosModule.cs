using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Videos;

/// <summary>Registers the feature and maps its endpoints.</summary>
public static class VideosModule
{
    /// <summary>Registers what the feature needs.</summary>
    public static IHostApplicationBuilder AddVideos(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<VideosOptions>().BindConfiguration(VideosOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<VideoFiles>();
        builder.Services.AddHostedService<SweepUploadsOnStart>();
        builder.Services.AddSingleton<UploadVideo.UploadVideo>();
        builder.Services.AddSingleton<ListVideos.ListVideos>();
        builder.Services.AddSingleton<EditCaption.EditCaption>();
        builder.Services.AddSingleton<DeleteVideo.DeleteVideo>();
        builder.Services.AddSingleton<AddComment.AddComment>();
        builder.Services.AddSingleton<ICommentWriter, AddComment.CommentWriter>();
        builder.Services.AddSingleton<DeleteComment.DeleteComment>();
        builder.Services.AddScoped<VideoDialogs>();
        AddPlatforms(builder.Services);
        return builder;
    }

    private static void AddPlatforms(IServiceCollection services)
    {
        services.AddSingleton<PlatformTokens>();
        services.AddSingleton<PlatformSessions>();
        services.AddSingleton<PlatformVideos>();
        services.AddSingleton<SignInAtPlatform.SignInTickets>();
        services.AddSingleton<SignInAtPlatform.BeginSignIn>();
        services.AddSingleton<SignInAtPlatform.FinishSignIn>();
        services.AddSingleton<DisconnectPlatform.DisconnectPlatform>();
        services.AddSingleton<RefreshVideos.RefreshVideos>();
        services.AddSingleton<ImportVideos.ImportVideos>();
        services.AddSingleton<ShowPlatformAccount.ShowPlatformAccount>();
        services.AddSingleton<ReceiveNotice.ReceiveNotice>();
        services.AddStudioJob<RefreshVideos.RefreshVideos>(RefreshVideos.RefreshVideos.Name, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));
    }

    /// <summary>Maps the feature's endpoints.</summary>
    public static WebApplication MapVideos(this WebApplication app)
    {
        UploadVideo.UploadVideoEndpoint.Map(app);
        ServeMedia.MediaEndpoints.Map(app);
        DeleteComment.DeleteCommentEndpoint.Map(app);
        SignInAtPlatform.SignInEndpoints.Map(app);
        ReceiveNotice.NoticeEndpoint.Map(app);
        return app;
    }
}
