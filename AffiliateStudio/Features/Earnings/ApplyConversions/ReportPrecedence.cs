using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>Whether a batch's word about a row counts, and what it does to it.</summary>
internal static class ReportPrecedence
{
    /// <summary>
    /// Whether a line says less than the row knows: of two reports the one further along wins, of two equally far the newer one; of one age, one of them for good, whatever
    /// came first.
    /// </summary>
    public static bool IsOutdated(BatchFacts facts, ReportedFact fact, Conversion row)
    {
        if (facts.Overrules(row) || facts.AsOf > row.AsOf || !facts.AsOfIsKnown)
        {
            return false;
        }

        var ahead = facts.Batch.ReplacesScope is null && !row.IsWithdrawn ? ConversionLifecycle.Finality(fact.Line.State) - ConversionLifecycle.Finality(row.State) : 0;
        return ahead < 0 || (ahead == 0 && (facts.AsOf < row.AsOf || string.CompareOrdinal(fact.Fingerprint, row.Fingerprint) < 0));
    }

    /// <summary>What a line that is not outdated does to its row.</summary>
    public static ConversionStep StepOf(BatchFacts facts, ReportedFact fact, Conversion row)
    {
        var line = fact.Line;
        if (line.Commission.Currency != row.Currency)
        {
            return ConversionStep.Refuse;
        }

        if (row.IsWithdrawn && row.State != ConversionState.Paid)
        {
            return ConversionStep.Move;
        }

        var step = facts.Batch.ReplacesScope is null ? ConversionLifecycle.Next(row.State, line.State) : ConversionLifecycle.NextInReplacedDay(row.State, line.State);
        if (step != ConversionStep.Keep)
        {
            return step;
        }

        if (row.State == ConversionState.Paid && line.Commission.MinorUnits > row.CommissionMinor)
        {
            return ConversionStep.Refuse;
        }

        return ConversionLifecycle.IsSure(row.State) && line.Commission.MinorUnits < row.CommissionMinor ? ConversionStep.Clawback : ConversionStep.Keep;
    }

    /// <summary>
    /// Whom the row belongs to after the line. A sub-id names a pin and is stronger than a tag that only named the creator; what an admin assigned stays where it is, and so
    /// does what has been paid.
    /// </summary>
    public static ConversionMatch? OwnerAfter(BatchFacts facts, ReportedFact fact, Conversion row, ConversionMatch? match)
    {
        if (match is not { } found)
        {
            return null;
        }

        if (row.CreatorId is null)
        {
            return found;
        }

        var isSame = row.CreatorId == found.CreatorId && found.PinId == row.PinId;
        return !isSame && found.PinId is not null && row.State != ConversionState.Paid && MayBelong(facts, fact, row, found) ? found : null;
    }

    /// <summary>
    /// Whether a row may be a line's: always, unless the line's sub-id names somebody else than the row's owner, who did not come by it through a tag but was told by an admin.
    /// </summary>
    public static bool MayBe(BatchFacts facts, ReportedFact fact, Conversion row) =>
        facts.Matcher.Find(fact) is not { PinId: not null } found || row.CreatorId is null || MayBelong(facts, fact, row, found);

    private static bool MayBelong(BatchFacts facts, ReportedFact fact, Conversion row, ConversionMatch found) =>
        row.CreatorId == found.CreatorId || (row.PinId is null && facts.Matcher.FindByTag(fact)?.CreatorId == row.CreatorId);
}
