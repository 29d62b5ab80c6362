using System.Globalization;
using System.Text.Json.Nodes;

namespace AffiliateStudio.Sandbox.Impact;

/// <summary>Lists with the network's paging members, all of them strings; the addresses are absolute on the host and hold the account.</summary>
internal static class ImpactPaging
{
    /// <summary>A list that fits on one page.</summary>
    public static JsonObject Whole(HttpContext context, string sid, string resource, IReadOnlyList<JsonObject> rows) =>
        Page(context, sid, resource, resource, rows, 1, Math.Max(1, rows.Count), rows.Count);

    /// <summary>One page of a list.</summary>
    /// <param name="context">The request, whose other parameters stay in the addresses.</param>
    /// <param name="sid">The account.</param>
    /// <param name="resource">The resource below the account.</param>
    /// <param name="member">The member that holds the rows.</param>
    /// <param name="rows">The rows of this page.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="total">Rows on all pages.</param>
    public static JsonObject Page(HttpContext context, string sid, string resource, string member, IReadOnlyList<JsonObject> rows, int page, int size, int total)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        var skipped = (page - 1) * size;
        string Uri(int number) => PageUri(context, sid, resource, number);
        return new JsonObject
        {
            ["@page"] = Text(page),
            ["@numpages"] = Text(pages),
            ["@pagesize"] = Text(size),
            ["@total"] = Text(total),
            ["@start"] = Text(skipped),
            ["@end"] = Text(Math.Max(0, skipped + rows.Count - 1)),
            ["@uri"] = Uri(page),
            ["@firstpageuri"] = Uri(1),
            ["@previouspageuri"] = page > 1 ? Uri(page - 1) : string.Empty,
            ["@nextpageuri"] = page < pages ? Uri(page + 1) : string.Empty,
            ["@lastpageuri"] = Uri(pages),
            [member] = new JsonArray([.. rows.Select(row => (JsonNode)row)]),
        };
    }

    private static string PageUri(HttpContext context, string sid, string resource, int page)
    {
        var kept = context.Request.Query.Where(pair => pair.Key != "Page").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"/Mediapartners/{sid}/{resource}?{string.Join('&', [.. kept, "Page=" + Text(page)])}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
