using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;
using Preview = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;

namespace AffiliateStudio.Features.Earnings.CommitAmazonExport;

/// <summary>
/// Takes a previewed export in, one tracking id and day after the other, each replaced whole. The same export again changes nothing; a run that was cut short is completed by
/// running it again.
/// </summary>
internal sealed class CommitAmazonExport(Preview preview, ApplyBatch apply)
{
    /// <summary>What to take in.</summary>
    /// <param name="Actor">Who uploads.</param>
    /// <param name="Export">The export as it was previewed.</param>
    public sealed record Command(Actor Actor, AmazonExport Export);

    public async Task<Result<ExportEffect>> RunAsync(Command command, CancellationToken cancellationToken)
    {
        // Whose lines these are is asked again: what a page holds is no proof.
        var checkedExport = await preview.KeepOwnAsync(command.Actor, command.Export, cancellationToken);
        if (!checkedExport.Succeeded)
        {
            return checkedExport.Error;
        }

        var export = checkedExport.Value;
        if (export.Lines.Count == 0)
        {
            return new Error("earnings.export.nothing", "No line of this file can be taken in. The list says why for each.");
        }

        var outcomes = new List<AppliedBatch>();
        foreach (var batch in ExportBatches.Of(export, command.Actor))
        {
            outcomes.Add(await apply.RunAsync(batch, cancellationToken));
        }

        return ExportBatches.Sum(outcomes);
    }
}
