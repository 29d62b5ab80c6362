using System.Globalization;

namespace AffiliateStudio.Platform.Money;

/// <summary>Amounts as people write them. The digits after the separator are the currency's own, whatever the culture says.</summary>
public static class MoneyFormat
{
    /// <summary>
    /// The amount as the culture writes money: its separators and the place of the symbol, a minus sign (never brackets), the symbol where
    /// the culture's own region uses this currency or a common one is known, else the code: <c>$1,234.50</c>, <c>1.234,50 €</c>, <c>CHF 12.00</c>.
    /// </summary>
    public static string Format(this Money money, CultureInfo culture)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = money.Currency.Exponent;
        format.CurrencySymbol = SymbolOf(money.Currency);
        format.CurrencyPositivePattern = SpacedPattern(format.CurrencyPositivePattern, format.CurrencySymbol);
        format.CurrencyNegativePattern = MinusPattern(format.CurrencyPositivePattern);
        return money.Major.ToString("C", format);
    }

    /// <summary>The amount for logs and exports: invariant digits and the code, such as <c>1234.50 USD</c>.</summary>
    public static string Plain(Money money) =>
        money.Major.ToString("F" + money.Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " " + money.Currency.Code;

    /// <summary>
    /// Reads an amount as the culture writes it, with or without symbol or code and group separators. More digits than the currency has, a number
    /// beyond what can be stored, or a separator where the culture puts none (24,99 in English) is refused rather than guessed at.
    /// </summary>
    public static bool TryParse(string? text, Currency currency, CultureInfo culture, out Money money)
    {
        money = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var bare = text.Replace(currency.Code, string.Empty, StringComparison.OrdinalIgnoreCase)
            .Replace(SymbolOf(currency), string.Empty, StringComparison.Ordinal)
            .Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('−', '-').Trim();
        // A symbol or code between sign and digits leaves its space behind: "-CHF 12.00".
        bare = bare.StartsWith('-') ? "-" + bare[1..].TrimStart() : bare;
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.NumberDecimalSeparator = format.CurrencyDecimalSeparator;
        format.NumberGroupSeparator = format.CurrencyGroupSeparator is "\u00A0" or "\u202F" ? " " : format.CurrencyGroupSeparator;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!GroupsStandRight(bare, format) || !decimal.TryParse(bare, Styles, format, out var major))
        {
            return false;
        }

        var limit = (decimal)long.MaxValue / currency.MinorUnitsPerMajor;
        if (major > limit || major < (decimal)long.MinValue / currency.MinorUnitsPerMajor)
        {
            return false;
        }

        var minor = major * currency.MinorUnitsPerMajor;
        if (minor != decimal.Truncate(minor))
        {
            return false;
        }

        money = new Money(decimal.ToInt64(minor), currency);
        return true;
    }

    // The framework takes group separators anywhere and so reads "24,99" as 2499. The sizes go from the right, the last one repeats, and 0 stands for all that is left.
    private static bool GroupsStandRight(string bare, NumberFormatInfo format)
    {
        var whole = bare.Split(format.NumberDecimalSeparator)[0].TrimEnd();
        var groups = whole.Split(format.NumberGroupSeparator);
        var sizes = format.CurrencyGroupSizes.Length == 0 ? [0] : format.CurrencyGroupSizes;
        for (var fromRight = 0; fromRight < groups.Length - 1; fromRight++)
        {
            var size = sizes[Math.Min(fromRight, sizes.Length - 1)];
            if (size == 0 || groups[^(fromRight + 1)].Length != size)
            {
                return false;
            }
        }

        var most = sizes[Math.Min(groups.Length - 1, sizes.Length - 1)];
        return groups.Length == 1 || (groups[0].Count(char.IsDigit) is > 0 and var first && (most == 0 || first <= most));
    }

    private static string SymbolOf(Currency currency) => currency.Code switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "CAD" => "CA$",
        "AUD" => "A$",
        "INR" => "₹",
        "BRL" => "R$",
        "MXN" => "MX$",
        var code => code,
    };

    // A code needs room before the digits, a symbol does not: patterns 0 "$n", 1 "n$", 2 "$ n", 3 "n $".
    private static int SpacedPattern(int pattern, string symbol) => char.IsLetter(symbol[^1]) ? pattern switch { 0 => 2, 1 => 3, _ => pattern } : pattern;

    // Patterns 1 "-$n", 5 "-n$", 9 "-$ n", 8 "-n $".
    private static int MinusPattern(int positive) => positive switch { 0 => 1, 1 => 5, 2 => 9, _ => 8 };
}
