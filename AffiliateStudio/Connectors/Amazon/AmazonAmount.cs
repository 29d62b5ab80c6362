using System.Globalization;
using System.Text.RegularExpressions;

namespace AffiliateStudio.Connectors.Amazon;

/// <summary>
/// Amounts as reports write them: a currency sign in front or none, commas between full groups of thousands or none, a minus on either side or brackets for what is taken
/// back. In files of countries that write a decimal comma also that, then with points between the groups and the currency sign behind. What could be read in two ways is not
/// read at all.
/// </summary>
internal static partial class AmazonAmount
{
    /// <summary>The amount, or null when the text is none.</summary>
    public static decimal? Parse(string text, bool allowsDecimalComma)
    {
        var match = Frame().Match(text.Trim().Replace('\u2212', '-'));
        if (!match.Success)
        {
            return null;
        }

        var signs = match.Groups["minus"].Captures.Count;
        var isOpened = match.Groups["open"].Success;
        var isBehind = match.Groups["behind"].Success;
        if (isOpened != match.Groups["close"].Success || signs + (isOpened ? 1 : 0) > 1 || (isBehind && (!allowsDecimalComma || match.Groups["front"].Success)))
        {
            return null;
        }

        return Digits(match.Groups["digits"].Value, allowsDecimalComma) is { } amount ? signs > 0 || isOpened ? -amount : amount : null;
    }

    private static decimal? Digits(string digits, bool allowsDecimalComma)
    {
        var bare = digits;
        if (allowsDecimalComma && WithDecimalComma().IsMatch(digits))
        {
            bare = digits.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.');
        }
        else if (!WithDecimalPoint().IsMatch(digits) || (allowsDecimalComma && IsOneGroup().IsMatch(digits)))
        {
            return null;
        }

        return decimal.TryParse(bare.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    [GeneratedRegex(@"\A(?<open>\()?\s?(?<minus>-)?(?<front>[$£€]\s?)?(?<minus>-)?(?<digits>[0-9.,]+)(?<behind>\s?[$£€])?(?<minus>-)?(?<close>\))?\z", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Frame();

    [GeneratedRegex(@"\A([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WithDecimalPoint();

    [GeneratedRegex(@"\A([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]{1,2}\z", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WithDecimalComma();

    // "1.234" and "1,234": thousands in one country, thousandths in the other.
    [GeneratedRegex(@"\A[0-9]{1,3}[.,][0-9]{3}\z", RegexOptions.CultureInvariant, 500)]
    private static partial Regex IsOneGroup();
}
