using System.Collections.Concurrent;
using AffiliateStudio.Platform.Results;
using Quartz;

namespace AffiliateStudio.Platform.Jobs;

/// <summary>What the jobs of this process are doing, and the button to start one now.</summary>
public sealed class JobBoard
{
    private readonly ConcurrentDictionary<string, JobStatus> _jobs = new(StringComparer.Ordinal);
    private readonly ISchedulerFactory _schedulers;

    internal JobBoard(IEnumerable<JobDefinition> definitions, ISchedulerFactory schedulers)
    {
        _schedulers = schedulers;
        foreach (var job in definitions)
        {
            var isNew = _jobs.TryAdd(job.Name, new JobStatus(job.Name, job.Every, false, 0, string.Empty, null, null, JobOutcome.None, null, null));
            if (!isNew)
            {
                throw new InvalidOperationException($"Two jobs are named '{job.Name}'.");
            }
        }
    }

    /// <summary>Raised after any job's status changed, on whatever thread changed it.</summary>
    public event EventHandler? Changed;

    /// <summary>All jobs, by name.</summary>
    public IReadOnlyList<JobStatus> All => [.. _jobs.Values.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>One job, or null when there is none of that name.</summary>
    public JobStatus? Find(string name) => _jobs.GetValueOrDefault(name);

    /// <summary>Starts a job now, beside its schedule. A job that is running already is left alone and said so.</summary>
    public async Task<Result> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is not { } job)
        {
            return new Error("jobs.unknown", $"There is no job named “{name}”. Reload the page to see the jobs there are.");
        }

        if (job.IsRunning)
        {
            return new Error("jobs.running", $"“{name}” is running already. Wait for it to end; it needs no second run.");
        }

        var scheduler = await _schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(name), data: null, cancellationToken);
        return Result.Success;
    }

    internal void Update(string name, Func<JobStatus, JobStatus> change)
    {
        _jobs.AddOrUpdate(name, _ => throw new InvalidOperationException($"There is no job named '{name}'."), (_, job) => change(job));
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
