using AffiliateStudio.Platform.Time;
using Quartz;

namespace AffiliateStudio.Platform.Jobs;

/// <summary>One firing of a job by Quartz: runs it in its own scope, keeps the board, and lets no exception out.</summary>
[DisallowConcurrentExecution]
internal sealed partial class JobRun(
    IEnumerable<JobDefinition> definitions,
    IServiceScopeFactory scopes,
    JobBoard board,
    IJobTurns turns,
    IHostApplicationLifetime lifetime,
    ILogger<JobRun> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        var definition = definitions.Single(job => job.Name == name);
        board.Update(name, job => job with { IsRunning = true, Percent = 0, Note = string.Empty, LastStart = TimeProvider.System.UtcNow() });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var (outcome, error) = await RunAsync(definition, stop.Token);
        board.Update(name, job => job with
        {
            IsRunning = false,
            Percent = outcome == JobOutcome.Succeeded ? 100 : job.Percent,
            LastEnd = TimeProvider.System.UtcNow(),
            Outcome = outcome,
            Error = error,
            NextRun = context.NextFireTimeUtc?.UtcDateTime ?? job.NextRun,
        });
    }

    private async Task<(JobOutcome Outcome, string? Error)> RunAsync(JobDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            await using var turn = await turns.TryTakeAsync(definition.Name, cancellationToken);
            if (turn is null)
            {
                return (JobOutcome.RanElsewhere, null);
            }

            await using var scope = scopes.CreateAsyncScope();
            var work = (IStudioJob)scope.ServiceProvider.GetRequiredService(definition.JobType);
            var progress = new JobProgress((percent, note) => board.Update(definition.Name, job => job with { Percent = percent, Note = note ?? job.Note }));
            await work.RunAsync(progress, cancellationToken);
            return (JobOutcome.Succeeded, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (JobOutcome.Cancelled, null);
        }
#pragma warning disable CA1031 // A failing job must never take the product down; what went wrong is logged and shown.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception, definition.Name);
            return (JobOutcome.Failed, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; its next run comes as planned.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string job);
}
