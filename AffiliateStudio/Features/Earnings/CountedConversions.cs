using AffiliateStudio.Data;
using AffiliateStudio.Features.Earnings.Model;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Earnings;

/// <summary>
/// The conversions that count as money: everything that partners reported, and what the sandbox reported as long as no partner is live. Every total, list, file and chart
/// starts here, so that play money never stands beside that of a live partner; only the check of the ledger looks at all.
/// A platform that sells nothing is no partner: going live with it moves no money.
/// </summary>
internal static class CountedConversions
{
    /// <summary>Those of a database as its connections stand now.</summary>
    public static IQueryable<Conversion> In(StudioDb db) => db.Set<Conversion>().Where(row =>
        row.Side == ConnectionKind.Live || !db.Set<Connection>().Any(connection => connection.Kind == ConnectionKind.Live && db.Set<Partner>().Any(partner => partner.Key == connection.Partner)));
}
