using AffiliateStudio.Data;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AffiliateStudio.Tests.Platform.Jobs;

public sealed class JobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_ThatFails_IsShownAndStopsNothing()
    {
        using var log = new LogRecorder();
        using var host = await StartAsync(services => services.AddStudioJob<FailingJob>("Failing", every: null).AddStudioJob<CountingJob>("Counting", every: null), log);
        var board = host.Services.GetRequiredService<JobBoard>();

        var failed = await RunAsync(board, "Failing");
        var counted = await RunAsync(board, "Counting");

        Assert.Equal((JobOutcome.Failed, "no partner answers"), (failed.Outcome, failed.Error));
        Assert.Equal((JobOutcome.Succeeded, null, 100, "two of two"), (counted.Outcome, counted.Error, counted.Percent, counted.Note));
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        var entry = Assert.Single(log.Entries);
        Assert.StartsWith("Error AffiliateStudio.Platform.Jobs.JobRun: The job Failing failed", entry, StringComparison.Ordinal);
        Assert.Contains("no partner answers", entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WithAnInterval_RunsByItselfAndIsPlannedAgain()
    {
        using var host = await StartAsync(services => services.AddStudioJob<CountingJob>("Counting", TimeSpan.FromHours(1), firstRunAfter: TimeSpan.Zero));
        var board = host.Services.GetRequiredService<JobBoard>();

        var status = await UntilAsync(board, "Counting", job => job.Outcome == JobOutcome.Succeeded);

        Assert.True(status.NextRun > status.LastEnd);
        Assert.True(status.NextRun <= status.LastEnd + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Job_AskedForWhileItRuns_IsNotStartedTwice()
    {
        var gate = new Gate();
        using var host = await StartAsync(services => services.AddSingleton(gate).AddStudioJob<WaitingJob>("Waiting", every: null));
        var board = host.Services.GetRequiredService<JobBoard>();
        Assert.True((await board.RunNowAsync("Waiting", Token)).Succeeded);
        await UntilAsync(board, "Waiting", job => job.IsRunning && job.Percent == 40);

        var second = await board.RunNowAsync("Waiting", Token);
        gate.Open.SetResult();
        await UntilAsync(board, "Waiting", job => job.Outcome == JobOutcome.Succeeded);

        Assert.Equal("jobs.running", second.Error?.Code);
        Assert.Equal(1, gate.Runs);
    }

    [Fact]
    public async Task Product_StoppingWhileAJobRuns_CancelsIt()
    {
        var gate = new Gate();
        using var host = await StartAsync(services => services.AddSingleton(gate).AddStudioJob<WaitingJob>("Waiting", every: null));
        var board = host.Services.GetRequiredService<JobBoard>();
        await board.RunNowAsync("Waiting", Token);
        await UntilAsync(board, "Waiting", job => job.Percent == 40);

        await host.StopAsync(Token);

        Assert.Equal(JobOutcome.Cancelled, board.Find("Waiting")!.Outcome);
    }

    [Fact]
    public async Task Clock_OfTheWorldMovedAhead_LeavesTheJobsToRealTime()
    {
        using var host = await StartAsync(services => services
            .AddStudioJob<CountingJob>("Counting", TimeSpan.FromMinutes(10), firstRunAfter: TimeSpan.Zero)
            .AddStudioJob<FailingJob>("Failing", every: null));
        var board = host.Services.GetRequiredService<JobBoard>();
        var first = await UntilAsync(board, "Counting", job => job.Outcome == JobOutcome.Succeeded);

        host.Services.GetRequiredService<StudioClock>().Shift = TimeSpan.FromDays(7);
        await RunAsync(board, "Failing");

        Assert.Equal((first.LastStart, first.NextRun), (board.Find("Counting")!.LastStart, board.Find("Counting")!.NextRun));
        var scheduler = await host.Services.GetRequiredKeyedService<ISchedulerFactory>(JobsModule.Scheduler).GetScheduler(Token);
        Assert.Same(TimeProvider.System, scheduler.TimeProvider);
    }

    [Fact]
    public async Task Job_OfAnUnknownName_IsRefusedWithAWayOut()
    {
        using var host = await StartAsync(services => services.AddStudioJob<CountingJob>("Counting", every: null));

        var result = await host.Services.GetRequiredService<JobBoard>().RunNowAsync("Nothing", Token);

        Assert.Equal("jobs.unknown", result.Error?.Code);
    }

    [Fact]
    public async Task Job_ThatAnotherNodeRuns_IsLeftToIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        var gate = new Gate();
        using var first = await StartAsync(services => services.AddSingleton<IJobTurns>(new PostgresJobTurns(database.ConnectionString)).AddSingleton(gate).AddStudioJob<WaitingJob>("Waiting", every: null));
        using var second = await StartAsync(services => services.AddSingleton<IJobTurns>(new PostgresJobTurns(database.ConnectionString)).AddSingleton(gate)
            .AddStudioJob<WaitingJob>("Waiting", every: null).AddStudioJob<CountingJob>("Counting", every: null));
        var firstBoard = first.Services.GetRequiredService<JobBoard>();
        var secondBoard = second.Services.GetRequiredService<JobBoard>();
        await firstBoard.RunNowAsync("Waiting", Token);
        await UntilAsync(firstBoard, "Waiting", job => job.Percent == 40);

        Assert.Equal(JobOutcome.RanElsewhere, (await RunAsync(secondBoard, "Waiting")).Outcome);
        Assert.Equal(JobOutcome.Succeeded, (await RunAsync(secondBoard, "Counting")).Outcome);
        Assert.Equal(1, gate.Runs);

        gate.Open.SetResult();
        await UntilAsync(firstBoard, "Waiting", job => job.Outcome == JobOutcome.Succeeded);
        await secondBoard.RunNowAsync("Waiting", Token);
        await UntilAsync(secondBoard, "Waiting", job => job.Outcome == JobOutcome.Succeeded);
        Assert.Equal(2, gate.Runs);
    }

    private static async Task<IHost> StartAsync(Action<IServiceCollection> register, LogRecorder? log = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.AddPlatform();
        register(builder.Services);
        builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
        var app = builder.Build();
        await app.StartAsync(Token);
        return app;
    }

    private static async Task<JobStatus> RunAsync(JobBoard board, string name)
    {
        Assert.True((await board.RunNowAsync(name, Token)).Succeeded);
        return await UntilAsync(board, name, job => job.Outcome != JobOutcome.None);
    }

    private static async Task<JobStatus> UntilAsync(JobBoard board, string name, Func<JobStatus, bool> reached)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs e)
        {
            if (reached(board.Find(name)!))
            {
                signal.TrySetResult();
            }
        }

        board.Changed += Look;
        Look(null, EventArgs.Empty);
        await signal.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        board.Changed -= Look;
        return board.Find(name)!;
    }

    private sealed class Gate
    {
        public int Runs { get; set; }

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class FailingJob : IStudioJob
    {
        public Task RunAsync(JobProgress progress, CancellationToken cancellationToken) => throw new InvalidOperationException("no partner answers");
    }

    private sealed class CountingJob : IStudioJob
    {
        public Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
        {
            progress.Report(2, 2, "two of two");
            return Task.CompletedTask;
        }
    }

    private sealed class WaitingJob(Gate gate) : IStudioJob
    {
        public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
        {
            gate.Runs++;
            progress.Report(40, "waiting");
            await gate.Open.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing was opened.
        }
    }
}
