using AffiliateStudio.Data;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Catalog.SearchOffers;

/// <summary>Finds offers that we know already by their words: FTS5 with bm25 on SQLite, tsvector with ts_rank on PostgreSQL.</summary>
internal sealed class OfferIndex(IDbContextFactory<StudioDb> databases, TimeProvider clock)
{
    /// <summary>How many offers a page has.</summary>
    public const int PageSize = 24;

    /// <summary>One page of the ids that fit a search and its filters, in its order (orders by commission are the caller's), and whether there are more.</summary>
    public async Task<(IReadOnlyList<OfferId> Ids, bool HasMore)> FindAsync(SearchQuery query, int page, CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(query.Words);
        if (words.Count == 0)
        {
            return ([], false);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isSqlite = db.Database.IsSqlite();
        var parameters = new List<object> { isSqlite ? SearchWords.ForSqlite(words) : SearchWords.ForPostgres(words) };
        var from = isSqlite
            ? """FROM offer_search f JOIN offer_search_keys k ON k."Key" = f.rowid JOIN offers o ON o."Id" = k."OfferId" WHERE offer_search MATCH {0}"""
            : """FROM offers o, to_tsquery('english', {0}) q WHERE o."SearchWords" @@ q""";
        var best = isSqlite ? "bm25(offer_search, 10.0, 5.0, 1.0, 3.0, 0.5)" : """ts_rank(o."SearchWords", q) DESC""";
        var order = query.Sort switch
        {
            OfferSort.PriceAscending => """(o."PriceMinor" IS NULL), o."PriceMinor", """,
            OfferSort.PriceDescending => """(o."PriceMinor" IS NULL), o."PriceMinor" DESC, """,
            _ => string.Empty,
        };
        parameters.Add(PageSize + 1);
        parameters.Add((page - 1) * PageSize);
        var sql = $"""SELECT o."Id" AS "Value" {from}{Filters(query, clock.UtcToday(), parameters)} ORDER BY {order}{best}, o."Id" """ + "LIMIT {1} OFFSET {2}";
        var found = await db.Database.SqlQueryRaw<Guid>(sql, [.. parameters]).ToListAsync(cancellationToken);
        return ([.. found.Take(PageSize).Select(OfferId.From)], found.Count > PageSize);
    }

    // Values only ever travel as parameters; the text below is ours.
    private static string Filters(SearchQuery query, DateOnly today, List<object> parameters)
    {
        var filters = string.Empty;
        void Add(string condition, params object[] values)
        {
            foreach (var value in values)
            {
                condition = ReplaceFirst(condition, "?", FormattableString.Invariant($"{{{parameters.Count}}}"));
                parameters.Add(value);
            }

            filters += " AND " + condition;
        }

        // A stay whose dates are over is no offer any more.
        Add("""(o."CheckIn" IS NULL OR o."CheckIn" >= ?)""", today);
        if (query.Partner is { } partner)
        {
            Add("""o."Partner" = ?""", partner.Value);
        }

        if (query.Partner is not null && query.Merchant.Length > 0)
        {
            Add("""o."MerchantId" = ?""", query.Merchant);
        }

        if (query.Category.Length > 0)
        {
            Add("""(o."Category" = ? OR substr(o."Category", 1, ?) = ?)""", query.Category, query.Category.Length + 1, query.Category + "/");
        }

        if (query.MinPriceMinor is { } least)
        {
            Add("""o."PriceMinor" >= ?""", least);
        }

        if (query.MaxPriceMinor is { } most)
        {
            Add("""o."PriceMinor" <= ?""", most);
        }

        if (query.InStockOnly)
        {
            Add("""o."Stock" <> ?""", nameof(StockState.OutOfStock));
        }

        return filters;
    }

    private static string ReplaceFirst(string text, string what, string with)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return text[..at] + with + text[(at + what.Length)..];
    }
}
