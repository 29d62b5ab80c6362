using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings;

/// <summary>
/// The conversions that count as money: everything that partners reported, and what a sandbox reported as long as its partner is not live. Every total, list, file and
/// chart starts here, so that play money never stands beside real money; only the check of the ledger looks at all.
/// </summary>
internal static class CountedConversions
{
    /// <summary>Those of a database as its connections stand now.</summary>
    public static IQueryable<Conversion> In(StudioDb db) => db.Set<Conversion>().Where(row =>
        row.Side == ConnectionKind.Live || !db.Set<Connection>().Any(connection => connection.Partner == row.Partner && connection.Kind == ConnectionKind.Live));
}
