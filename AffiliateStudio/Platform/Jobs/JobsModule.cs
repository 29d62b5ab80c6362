using Quartz;

namespace AffiliateStudio.Platform.Jobs;

/// <summary>Registers the scheduler (Quartz, in memory), the board, and the rule that no failing job stops the product.</summary>
internal static class JobsModule
{
    /// <summary>The scheduler's name. Only a named scheduler has a clock of its own; the unnamed one goes by whatever the product registers.</summary>
    public const string Scheduler = "studio";

    public static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);

        // Jobs keep real time: the product's own clock jumps when the sandbox's does, and every job would be overdue at once, again and again.
        builder.Services.AddQuartz(Scheduler, quartz => quartz.UseTimeProvider(TimeProvider.System));
        builder.Services.AddSingleton<IJobTurns, OnlyProcess>();
        builder.Services.AddHostedService<ScheduleJobs>();
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddSingleton(services => new JobBoard(services.GetServices<JobDefinition>(), services.GetRequiredKeyedService<ISchedulerFactory>(Scheduler)));
        return builder;
    }
}
