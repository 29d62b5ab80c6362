using Quartz;

namespace AffiliateStudio.Platform.Jobs;

/// <summary>Plans the registered jobs when the product starts. They fire once it listens.</summary>
internal sealed class ScheduleJobs(
    IEnumerable<JobDefinition> definitions,
    [FromKeyedServices(JobsModule.Scheduler)] ISchedulerFactory schedulers,
    JobBoard board) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in definitions)
        {
            await scheduler.AddJob(JobBuilder.Create<JobRun>().WithIdentity(job.Name).StoreDurably().Build(), default, cancellationToken);
            if (job.Every is not { } every)
            {
                continue;
            }

            var trigger = TriggerBuilder.Create(TimeProvider.System)
                .WithIdentity(job.Name)
                .ForJob(new JobKey(job.Name))
                .StartAt(TimeProvider.System.GetUtcNow() + job.FirstRunAfter)
                .WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever())
                .Build();
            await scheduler.ScheduleJob(trigger, default, cancellationToken);
            board.Update(job.Name, status => status with { NextRun = trigger.StartTimeUtc.UtcDateTime });
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
