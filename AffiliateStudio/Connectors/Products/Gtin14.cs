namespace AffiliateStudio.Connectors.Products;

/// <summary>Global trade item numbers in the one form that we compare: 14 digits with leading zeros.</summary>
internal static class Gtin14
{
    /// <summary>Reads a UPC, EAN, ISBN-13 or GTIN of 8, 12, 13 or 14 digits (also with leading zeros lost, as numbers lose them) with a right check digit; else null.</summary>
    public static string? Parse(string? text)
    {
        var digits = text?.Trim().Replace("-", string.Empty, StringComparison.Ordinal);
        if (digits is null || digits.Length is < 8 or > 14 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var padded = digits.PadLeft(14, '0');
        var sum = 0;
        for (var i = 0; i < 13; i++)
        {
            sum += (padded[i] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (10 - (sum % 10)) % 10 == padded[13] - '0' && padded.AsSpan().ContainsAnyExcept('0') ? padded : null;
    }
}
