using System.Globalization;

namespace AffiliateStudio.Sandbox.Catalog;

/// <summary>Makes product codes as they stand under a bar code.</summary>
internal static class Gtin
{
    /// <summary>A 12-digit code (UPC-A) from its first 11 digits.</summary>
    public static string FromElevenDigits(long digits)
    {
        var text = digits.ToString("D11", CultureInfo.InvariantCulture);
        return text + CheckDigit(text);
    }

    /// <summary>The GS1 check digit of the digits before it: weights 3 and 1 from the right.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weight = (digits.Length - i) % 2 == 1 ? 3 : 1;
            sum += (digits[i] - '0') * weight;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
