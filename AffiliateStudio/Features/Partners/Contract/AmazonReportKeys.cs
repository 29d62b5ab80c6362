using System.Globalization;

namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>
/// How lines of Amazon earnings reports are named. The report files of the API and the exports that people upload have no id per line, so both name a line by tracking id,
/// day shipped, ASIN and its place among its equals: the same line from either source is one conversion. Tracking ids are written in any case; they are compared in lower.
/// </summary>
public static class AmazonReportKeys
{
    /// <summary>The scope that a report file of an account (its store id) replaces: everything that earlier files of that account said about the day.</summary>
    public static string AccountDay(string storeId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"account:{storeId}/{day:yyyy-MM-dd}");

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
                    ExternalKey = string.Create(CultureInfo.InvariantCulture, $"{TagDay(group.Key.Tag, group.Key.PartnerDay)}/{group.Key.Asin}/{index + 1}"),
                })),
    ];
}
