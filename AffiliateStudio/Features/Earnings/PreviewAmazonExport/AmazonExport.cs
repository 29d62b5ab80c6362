using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>A line of an export and where it stands.</summary>
/// <param name="LineNumber">From 1, as an editor counts.</param>
/// <param name="Conversion">What it says; its key is given when the lines of its day are together.</param>
public sealed record ExportLine(int LineNumber, ReportedConversion Conversion);

/// <summary>An uploaded export, read.</summary>
/// <param name="FileName">The name that it was uploaded under.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Lines">The lines that can be taken in.</param>
/// <param name="Rejected">The lines that cannot, with the reason.</param>
public sealed record AmazonExport(string FileName, Currency Currency, IReadOnlyList<ExportLine> Lines, IReadOnlyList<RejectedLine> Rejected)
{
    /// <summary>Whether lines of it could not be read: then it takes nothing back, because what is missing proves nothing.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What taking it in would do now; null before that was worked out.</summary>
    public ExportEffect? Effect { get; init; }

    /// <summary>What the partner pays for the lines that can be taken in.</summary>
    public Money Commission => new(Lines.Sum(line => line.Conversion.Commission.MinorUnits), Currency);

    /// <summary>The tracking ids and days that the export replaces, in order.</summary>
    public IReadOnlyList<(string Tag, DateOnly Day, int Lines)> Days =>
    [
        .. Lines.GroupBy(line => (Tag: line.Conversion.TrackingTag!, line.Conversion.PartnerDay))
            .OrderBy(of => of.Key.PartnerDay).ThenBy(of => of.Key.Tag, StringComparer.Ordinal)
            .Select(of => (of.Key.Tag, of.Key.PartnerDay, of.Count())),
    ];
}
