using System.Globalization;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// Numbers as the protocols write them inside text: digits, a point, a sign in front, nothing else. A comma is refused: none of them groups thousands, so it could only be
/// another country's decimal comma, and leaving it out would make a hundred times the amount.
/// </summary>
internal static class PlainNumber
{
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>The number, or null when the text is none.</summary>
    public static decimal? Parse(string? text) => decimal.TryParse(text, Form, CultureInfo.InvariantCulture, out var number) ? number : null;
}
