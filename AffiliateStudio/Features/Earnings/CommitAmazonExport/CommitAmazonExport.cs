using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Earnings.PreviewAmazonExport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Results;
using AffiliateStudio.Platform.Security;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;
using Preview = AffiliateStudio.Features.Earnings.PreviewAmazonExport.PreviewAmazonExport;

namespace AffiliateStudio.Features.Earnings.CommitAmazonExport;

/// <summary>
/// Takes a previewed export in, one tracking id and day after the other, each replaced whole. The same export again changes nothing; a run that was cut short is completed by
/// running it again. What a creator uploads can be written by anybody, so it waits as pending until the partner reports it too; an admin's upload counts as the partner's word.
/// </summary>
internal sealed class CommitAmazonExport(Preview preview, ApplyBatch apply)
{
    /// <summary>What to take in.</summary>
    /// <param name="Actor">Who uploads.</param>
    /// <param name="Export">The export as it was previewed.</param>
    public sealed record Command(Actor Actor, AmazonExport Export);

    public async Task<Result<AppliedBatch>> RunAsync(Command command, CancellationToken cancellationToken)
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

        var rejected = export.Rejected;
        var total = new AppliedBatch(0, 0, 0, 0, 0, 0, new MovedMoney().Sentences());
        foreach (var day in export.Lines.Select(line => line.Conversion).GroupBy(line => (Tag: line.TrackingTag!.ToLowerInvariant(), line.PartnerDay)))
        {
            var batch = new ConversionBatch
            {
                Name = export.FileName,
                ReplacesScope = AmazonReportKeys.TagDay(day.Key.Tag, day.Key.PartnerDay),
                IsUnconfirmed = !command.Actor.IsAdmin,
                Lines = AmazonReportKeys.Number(command.Actor.IsAdmin ? day : day.Select(Unconfirmed)),
                Rejected = rejected,
            };
            var outcome = await apply.RunAsync(new ApplyBatch.Command(PartnerKey.Amazon, batch, command.Actor.UserId), cancellationToken);
            rejected = [];
            total = total with
            {
                Added = total.Added + outcome.Added,
                Changed = total.Changed + outcome.Changed,
                Unchanged = total.Unchanged + outcome.Unchanged,
                Removed = total.Removed + outcome.Removed,
                Unmatched = total.Unmatched + outcome.Unmatched,
                Refused = total.Refused + outcome.Refused,
            };
        }

        return total;
    }

    private static ReportedConversion Unconfirmed(ReportedConversion line) =>
        line with { State = ConversionState.Pending, Reason = "not confirmed by the partner yet" };
}
