using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>
/// Says which known row each line of a replaced day is. Such lines have no id, and their places shift when the day grows, so lines and rows of one tracking id, day and ASIN
/// are brought together by what they say, the surest first: a line never takes the row of another sub-id, another currency, or a sale that of a return.
/// </summary>
internal static class DayPairing
{
    /// <summary>Each line with its row, or with null and a key that nobody has.</summary>
    /// <param name="facts">The lines.</param>
    /// <param name="rows">Every row that may be one of them.</param>
    /// <param name="batch">
    /// The batch. In the partner's own report file a line without sub-id has none; an export need not have the column at all, so there it may be the row of any.
    /// </param>
    public static IReadOnlyList<(ReportedFact Fact, Conversion? Row)> Pair(IEnumerable<ReportedFact> facts, IEnumerable<Conversion> rows, BatchFacts batch)
    {
        var isPartnersFile = AmazonReportKeys.IsAccountDay(batch.Batch.ReplacesScope);
        Func<ReportedFact, Conversion, bool>[] passes =
        [
            (fact, row) => fact.SubId == row.SubId && fact.Fingerprint == row.Fingerprint,
            (fact, row) => fact.SubId == row.SubId && SameAmounts(fact, row),
            (fact, row) => (row.SubId.Length == 0 ? ReportPrecedence.MayBe(batch, fact, row) : fact.SubId.Length == 0 && !isPartnersFile) && SameAmounts(fact, row),
            (fact, row) => fact.SubId == row.SubId,
            (fact, row) => row.SubId.Length == 0 && ReportPrecedence.MayBe(batch, fact, row),
        ];
        var known = rows.ToLookup(row => AmazonReportKeys.GroupOf(row.ExternalKey), StringComparer.Ordinal);
        return [.. facts.GroupBy(fact => AmazonReportKeys.GroupOf(fact.Key), StringComparer.Ordinal).SelectMany(group => PairGroup(group.Key, [.. group], known[group.Key], passes))];
    }

    private static IEnumerable<(ReportedFact Fact, Conversion? Row)> PairGroup(
        string group,
        List<ReportedFact> facts,
        IEnumerable<Conversion> rows,
        Func<ReportedFact, Conversion, bool>[] passes)
    {
        // Rows that count come before those that were taken back.
        var free = rows.OrderBy(row => row.IsWithdrawn).ThenBy(row => row.ExternalKey.Length).ThenBy(row => row.ExternalKey, StringComparer.Ordinal).ToList();
        var taken = free.Select(row => row.ExternalKey).ToHashSet(StringComparer.Ordinal);
        foreach (var pass in passes)
        {
            foreach (var fact in facts.ToList())
            {
                if (free.Find(row => IsSameKind(fact, row) && pass(fact, row)) is { } row)
                {
                    free.Remove(row);
                    facts.Remove(fact);
                    yield return (fact, row);
                }
            }
        }

        var place = 0;
        foreach (var fact in facts)
        {
            string key;
            do
            {
                key = AmazonReportKeys.At(group, ++place);
            }
            while (!taken.Add(key));

            yield return (fact.Under(key), null);
        }
    }

    private static bool IsSameKind(ReportedFact fact, Conversion row) =>
        fact.Line.Commission.Currency == row.Currency && (row.IsWithdrawn
            || IsReturn(fact.Line.Commission.MinorUnits, fact.Line.SaleAmount.MinorUnits, fact.Line.Quantity) == IsReturn(row.CommissionMinor, row.SaleMinor, row.Quantity));

    // What pays nothing is told apart by what was paid for it, and what cost nothing by the pieces.
    private static bool IsReturn(long commission, long sale, int quantity) => (commission != 0 ? commission : sale != 0 ? sale : quantity) < 0;

    private static bool SameAmounts(ReportedFact fact, Conversion row) =>
        (fact.Line.Commission.MinorUnits, fact.Line.SaleAmount.MinorUnits, fact.Line.Quantity) == (row.CommissionMinor, row.SaleMinor, row.Quantity);
}
