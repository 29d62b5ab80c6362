using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Contract;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Earnings.ApplyConversions;

/// <summary>The conversions that a batch speaks about: those that its lines name, and for one that replaces a scope everything that it makes untrue by not listing it.</summary>
internal static class KnownRows
{
    /// <summary>
    /// Reads them. A report of a tracking id's day is the whole truth about that day, whoever told of it before: an upload that nobody confirmed, or one in another currency.
    /// </summary>
    public static async Task<IReadOnlyList<Conversion>> LoadAsync(
        StudioDb db,
        ApplyConversions.Command command,
        IReadOnlyCollection<ReportedFact> facts,
        CancellationToken cancellationToken)
    {
        var (partner, side) = (command.Partner, command.Side);
        if (command.Batch.ReplacesScope is not { } scope)
        {
            var named = new List<Conversion>();
            foreach (var some in facts.Select(fact => fact.Key).Chunk(500))
            {
                named.AddRange(await db.Set<Conversion>().Where(row => row.Partner == partner && row.Side == side && some.Contains(row.ExternalKey)).ToListAsync(cancellationToken));
            }

            return named;
        }

        var tagDays = facts.Select(fact => AmazonReportKeys.TagDayOf(fact.Key)).ToHashSet(StringComparer.Ordinal);
        var days = facts.Select(fact => fact.Line.PartnerDay).Distinct().ToList();
        var rows = await db.Set<Conversion>()
            .Where(row => row.Partner == partner && row.Side == side && (row.Scope == scope || days.Contains(row.PartnerDay)))
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => row.Scope == scope || tagDays.Contains(AmazonReportKeys.TagDayOf(row.ExternalKey)))];
    }

    /// <summary>Whether a row is in the lines again in another currency: then it is not missing but corrected.</summary>
    public static bool IsRestated(Conversion row, IEnumerable<ReportedFact> lines)
    {
        var group = AmazonReportKeys.GroupOf(row.ExternalKey);
        return lines.Any(line => line.Line.Commission.Currency != row.Currency && AmazonReportKeys.GroupOf(line.Key) == group);
    }

    /// <summary>Each line with the row that it is about, or with null when it is new.</summary>
    public static IEnumerable<(ReportedFact Fact, Conversion? Row)> Pair(BatchFacts facts, IReadOnlyCollection<ReportedFact> lines, IReadOnlyList<Conversion> rows)
    {
        if (facts.Batch.ReplacesScope is not null)
        {
            return DayPairing.Pair(lines, rows, facts);
        }

        var byKey = rows.ToDictionary(row => row.ExternalKey, StringComparer.Ordinal);
        return lines.Select(line => (line, byKey.GetValueOrDefault(line.Key)));
    }
}
