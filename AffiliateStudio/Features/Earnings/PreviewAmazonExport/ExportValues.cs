using System.Globalization;

namespace AffiliateStudio.Features.Earnings.PreviewAmazonExport;

/// <summary>Amounts and days as Amazon's exports write them.</summary>
internal static class ExportValues
{
    private static readonly string[] DayForms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "dd.MM.yyyy",
    ];

    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy", "M-d-yyyy"];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "d-M-yyyy"];

    /// <summary>
    /// An amount with or without currency sign and thousands separators; a minus on either side or brackets take it back; a comma before one or two last digits is a decimal
    /// comma. Null for anything else.
    /// </summary>
    public static decimal? Amount(string text)
    {
        var bare = new string([.. text.Where(character => !char.IsWhiteSpace(character) && character is not ('$' or '£' or '€'))]).Replace('\u2212', '-');
        var isNegative = bare is ['-', ..] or [.., '-'] or ['(', .., ')'];
        bare = bare.Trim('-', '(', ')');
        var comma = bare.LastIndexOf(',');
        bare = comma > bare.LastIndexOf('.') && bare.Length - comma - 1 is 1 or 2
            ? bare.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.')
            : bare.Replace(",", string.Empty, StringComparison.Ordinal);
        return decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000_000_000m
            ? isNegative ? -amount : amount
            : null;
    }

    /// <summary>A day; a time after it is left out. Of days in slashes the export's country says whether the day or the month comes first.</summary>
    public static DateOnly? Day(string text, bool dayFirst)
    {
        var bare = text.Split('T')[0].Trim();
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        bare = colon > 0 ? bare[..Math.Max(0, bare.LastIndexOf(' ', colon))] : bare;
        string[] forms = [.. DayForms, .. dayFirst ? DayFirst : MonthFirst];
        return DateOnly.TryParseExact(bare, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000 ? day : null;
    }
}
