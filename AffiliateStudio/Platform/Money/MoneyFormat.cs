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
    /// Reads an amount as the culture writes it, with or without symbol or code. More digits than the currency has, or a number beyond
    /// what can be stored, is refused rather than rounded.
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
            .Replace(' ', ' ').Replace(' ', ' ').Replace('−', '-').Trim();
        // A symbol or code between sign and digits leaves its space behind: "-CHF 12.00".
        bare = bare.StartsWith('-') ? "-" + bare[1..].TrimStart() : bare;
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.NumberDecimalSeparator = format.CurrencyDecimalSeparator;
        format.NumberGroupSeparator = format.CurrencyGroupSeparator is " " or " " ? " " : format.CurrencyGroupSeparator;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (!decimal.TryParse(bare, Styles, format, out var major))
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
