namespace AffiliateStudio.Platform.Jobs;

/// <summary>Which process runs a job when several share one database.</summary>
public interface IJobTurns
{
    /// <summary>Takes the job for this process until the handle is disposed; null while another process runs it.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken cancellationToken);
}
