using System.Globalization;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>What the name of an earnings report file says: <c>{storeId}-earnings-report-{yyyyMMdd}.tsv.gz</c>.</summary>
/// <param name="Filename">The name itself.</param>
/// <param name="StoreId">The account.</param>
/// <param name="Day">The day that the file is about, in the partner's zone.</param>
internal sealed partial record AmazonReportName(string Filename, string StoreId, DateOnly Day)
{
    /// <summary>Reads a name; null for the files of other kinds (orders, tracking, bounty), which carry no commission.</summary>
    public static AmazonReportName? Parse(string? name) =>
        name is not null
        && Pattern().Match(name) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new AmazonReportName(name, match.Groups["store"].Value, day)
            : null;

    [GeneratedRegex("^(?<store>[A-Za-z0-9_-]{1,64})-earnings-report-(?<day>[0-9]{8})\\.tsv\\.gz\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Pattern();
}
