using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>
/// Where the columns of an earnings export stand, found by their headings: the US and Canadian ones with a currency sign, the UK ones without, and those of the report
/// files. Unknown columns are left alone.
/// </summary>
internal sealed record ExportColumns(
    int Asin, int Tag, int Day, int Revenue, int Fees, int Shipped, int Returns, int Title, int SubTag, Currency Currency, bool DayFirst)
{
    /// <summary>Reads a heading line; null when it is none of an earnings report.</summary>
    public static ExportColumns? Parse(IReadOnlyList<string> headings)
    {
        var names = headings.Select(Plain).ToArray();
        int Find(params string[] candidates) => Array.FindIndex(names, candidates.Contains);
        var fees = Find("adfees", "earnings", "referralfees", "adfeesusd");
        var columns = new ExportColumns(
            Find("asin"),
            Find("trackingid", "tag"),
            Find("dateshipped", "date"),
            Find("revenue", "shippedrevenue"),
            fees,
            Find("itemsshipped", "quantity", "qty"),
            Find("returns", "itemsreturned"),
            Find("name", "item", "title"),
            Find("subtag", "ascsubtag"),
            fees < 0 ? Currency.Usd : CurrencyOf(headings[fees], names[fees]),
            fees >= 0 && names[fees] == "adfees" && !headings[fees].Contains('$'));
        return columns is { Asin: >= 0, Tag: >= 0, Day: >= 0, Revenue: >= 0, Fees: >= 0 } ? columns : null;
    }

    /// <summary>Whether a heading line is that of the orders export, which says nothing about money.</summary>
    public static bool IsOrders(IReadOnlyList<string> headings)
    {
        var names = headings.Select(Plain).ToArray();
        return names.Contains("asin") && names.Contains("linktype") && !names.Contains("adfees") && !names.Contains("earnings");
    }

    // The UK export names no currency at all; the US and Canadian ones say ($), and Canada's is told apart by the person.
    private static Currency CurrencyOf(string heading, string name) =>
        heading.Contains('£') ? Currency.Gbp : heading.Contains('€') ? Currency.Eur : heading.Contains('$') || name != "adfees" ? Currency.Usd : Currency.Gbp;

    private static string Plain(string heading) => new([.. heading.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
