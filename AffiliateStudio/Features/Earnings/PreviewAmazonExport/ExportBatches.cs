using AffiliateStudio.Features.Earnings.ApplyConversions;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using ApplyBatch = AffiliateStudio.Features.Earnings.ApplyConversions.ApplyConversions;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>
/// An export as batches, one for each tracking id and day. What a creator uploads can be written by anybody, so it waits as pending until the partner reports it too; an
/// admin's upload counts as the partner's word.
/// </summary>
internal static class ExportBatches
{
    /// <summary>The commands that take the export in; the rejected lines go with the first of them into the import log.</summary>
    public static IEnumerable<ApplyBatch.Command> Of(AmazonExport export, Actor actor) => export.Lines
        .Select(line => line.Conversion)
        .GroupBy(line => (Tag: line.TrackingTag!.ToLowerInvariant(), line.PartnerDay))
        .Select((day, index) => new ApplyBatch.Command(
            PartnerKey.Amazon,
            new ConversionBatch
            {
                Name = export.FileName,
                ReplacesScope = AmazonReportKeys.TagDay(day.Key.Tag, day.Key.PartnerDay),
                IsUnconfirmed = !actor.IsAdmin,
                IsPartial = export.IsPartial,
                Lines = AmazonReportKeys.Number(actor.IsAdmin ? day : day.Select(Unconfirmed)),
                Rejected = index == 0 ? export.Rejected : [],
            },
            actor.UserId));

    /// <summary>The effect of all batches together.</summary>
    public static ExportEffect Sum(IEnumerable<AppliedBatch> outcomes) => outcomes.Aggregate(
        new ExportEffect(0, 0, 0, 0, 0),
        (sum, outcome) => new ExportEffect(
            sum.Added + outcome.Added,
            sum.Changed + outcome.Changed,
            sum.Unchanged + outcome.Unchanged + outcome.Refused,
            sum.Removed + outcome.Removed,
            sum.Unmatched + outcome.Unmatched));

    private static ReportedConversion Unconfirmed(ReportedConversion line) =>
        line with { State = ConversionState.Pending, Reason = "not confirmed by the partner yet" };
}
