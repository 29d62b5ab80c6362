namespace AffiliateStudio.Platform.Jobs;

/// <summary>
/// Work that runs on a schedule or when an admin asks for it. It is resolved in a scope of its own for every run. A run that throws is logged and shown on the
/// job board; it never stops the product, and the next run comes as planned.
/// </summary>
public interface IStudioJob
{
    /// <summary>Does the work once.</summary>
    /// <param name="progress">Where to say how far it is.</param>
    /// <param name="cancellationToken">Cancelled when the product shuts down.</param>
    Task RunAsync(JobProgress progress, CancellationToken cancellationToken);
}
