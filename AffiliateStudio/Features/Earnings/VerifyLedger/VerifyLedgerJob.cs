using AffiliateStudio.Platform.Jobs;

namespace AffiliateStudio.Features.Earnings.VerifyLedger;

/// <summary>The nightly check. Books that are wrong fail the run, so that the job board and the log say so.</summary>
internal sealed class VerifyLedgerJob(VerifyLedger verify) : IStudioJob
{
    /// <summary>The name on the job board.</summary>
    public const string Name = "Check the ledger";

    public async Task RunAsync(JobProgress progress, CancellationToken cancellationToken)
    {
        var report = await verify.RunAsync(percent => progress.Report(percent, "Recomputing conversions"), cancellationToken);
        if (!report.IsRight)
        {
            throw new InvalidOperationException($"The ledger does not agree with the conversions in {report.ProblemCount} places; the first: {report.Problems[0]}");
        }
    }
}
