using System.Globalization;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>
/// How lines of Amazon earnings reports are named. The report files of the API and the exports that people upload have no id per line, so both name a line by tracking id,
/// day shipped, ASIN and its place among its equals. Places shift when a day grows, so whoever stores lines pairs those of one tracking id, day and ASIN by what they say.
/// Tracking ids are written in any case; they are compared in lower.
/// </summary>
public static class AmazonReportKeys
{
    private const string AccountPrefix = "account:";

    /// <summary>The scope that a report file of an account (its store id) replaces: everything that earlier files of that account said about the day.</summary>
    public static string AccountDay(string storeId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{AccountPrefix}{storeId}/{day:yyyy-MM-dd}");

    /// <summary>Whether a scope is that of an account's report file: the partner's own word, which no upload changes.</summary>
    public static bool IsAccountDay(string? scope) => scope?.StartsWith(AccountPrefix, StringComparison.Ordinal) == true;

    /// <summary>What lines of one tracking id, day and ASIN have in common: the key without the place.</summary>
    public static string GroupOf(string key) => key[..Math.Max(0, key.LastIndexOf('/'))];

    /// <summary>The tracking id and day of a key.</summary>
    public static string TagDayOf(string key) => GroupOf(GroupOf(key));

    /// <summary>The key of a place in a group.</summary>
    /// <param name="group">What <see cref="GroupOf"/> gives.</param>
    /// <param name="place">From 1.</param>
    public static string At(string group, int place) => string.Create(CultureInfo.InvariantCulture, $"{group}/{place}");

    /// <summary>The scope that an uploaded export replaces: everything that any source said about a tracking id on a day.</summary>
    public static string TagDay(string trackingId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{trackingId.ToLowerInvariant()}/{day:yyyy-MM-dd}");

    /// <summary>
    /// Gives each line its key. The place among lines of one tracking id, day and ASIN follows from the amounts, not from the order in the file, so that two exports of the
    /// same day number alike.
    /// </summary>
    public static IReadOnlyList<ReportedConversion> Number(IEnumerable<ReportedConversion> lines) =>
    [
        .. lines.Select(line => line with { TrackingTag = line.TrackingTag?.ToLowerInvariant() })
            .GroupBy(line => (Tag: line.TrackingTag ?? string.Empty, line.PartnerDay, Asin: line.ProductExternalId ?? string.Empty))
            .SelectMany(group => group
                .OrderByDescending(line => line.SaleAmount.MinorUnits)
                .ThenByDescending(line => line.Commission.MinorUnits)
                .ThenByDescending(line => line.Quantity)
                .ThenBy(line => line.SubId, StringComparer.Ordinal)
                .ThenBy(line => line.ProductTitle, StringComparer.Ordinal)
                .Select((line, index) => line with
                {
                    ExternalKey = At($"{TagDay(group.Key.Tag, group.Key.PartnerDay)}/{group.Key.Asin}", index + 1),
                })),
    ];
}
