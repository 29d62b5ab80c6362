using System.Globalization;
using AffiliateStudio.Platform.Money;
using Amount = AffiliateStudio.Platform.Money.Money;

namespace AffiliateStudio.Tests.Platform.Money;

/// <summary>What stands on the screen and what a person may type, word for word.</summary>
public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData("en-US", "USD", 123450, "$1,234.50")]
    [InlineData("en-US", "USD", -5, "-$0.05")]
    [InlineData("en-US", "JPY", 1234, "¥1,234")]
    [InlineData("en-US", "BHD", 1234567, "BHD 1,234.567")]
    [InlineData("de-DE", "EUR", 123450, "1.234,50 €")]
    [InlineData("de-DE", "EUR", -123450, "-1.234,50 €")]
    [InlineData("en-GB", "GBP", 99, "£0.99")]
    [InlineData("hi-IN", "INR", 123456700, "₹12,34,567.00")]
    [InlineData("fr-FR", "EUR", 123450, "1 234,50 €")]
    [InlineData("en-US", "CLF", 12345, "CLF 1.2345")]
    public void Amount_Written_LooksLikeThis(string culture, string currency, long minor, string expected)
    {
        var text = new Amount(minor, Currency.Of(currency)).Format(CultureInfo.GetCultureInfo(culture));

        // No-break spaces of both widths stand for a space here.
        Assert.Equal(expected, text.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData("en-US", "1,234.50", 123450)]
    [InlineData("en-US", "$1,234.50", 123450)]
    [InlineData("en-US", "1234.5", 123450)]
    [InlineData("en-US", "-$1,234,567.00", -123456700)]
    [InlineData("en-US", "24.99", 2499)]
    [InlineData("de-DE", "24,99", 2499)]
    [InlineData("de-DE", "1.234,50 USD", 123450)]
    [InlineData("hi-IN", "12,34,567.00", 123456700)]
    [InlineData("fr-FR", "1 234,50", 123450)]
    public void Text_AsTheCultureWritesIt_IsRead(string culture, string text, long minor)
    {
        Assert.True(MoneyFormat.TryParse(text, Currency.Usd, CultureInfo.GetCultureInfo(culture), out var money));
        Assert.Equal(new Amount(minor, Currency.Usd), money);
    }

    [Theory]
    [InlineData("en-US", "24,99")]
    [InlineData("en-US", "1,2,3")]
    [InlineData("en-US", "1.234,50")]
    [InlineData("en-US", "1234,567")]
    [InlineData("en-US", ",123")]
    [InlineData("en-US", "1,,234")]
    [InlineData("en-US", "12,34,567.00")]
    [InlineData("hi-IN", "1,234,567.00")]
    [InlineData("de-DE", "24.99")]
    [InlineData("en-US", "0.999")]
    [InlineData("en-US", "92233720368547758.08")]
    [InlineData("en-US", "99999999999999999999999999999999")]
    [InlineData("en-US", "1e3")]
    [InlineData("en-US", "(5.00)")]
    [InlineData("en-US", "cheap")]
    [InlineData("en-US", "€5.00")]
    [InlineData("en-US", " ")]
    [InlineData("en-US", null)]
    public void Text_ThatCouldMeanSomethingElse_IsRefused(string culture, string? text) =>
        Assert.False(MoneyFormat.TryParse(text, Currency.Usd, CultureInfo.GetCultureInfo(culture), out _));

    [Fact]
    public void Fraction_OfACurrencyWithoutOne_IsRefused()
    {
        Assert.False(MoneyFormat.TryParse("100.5", Currency.Of("JPY"), CultureInfo.GetCultureInfo("en-US"), out _));
        Assert.True(MoneyFormat.TryParse("100.0", Currency.Of("JPY"), CultureInfo.GetCultureInfo("en-US"), out var yen));
        Assert.Equal(100, yen.MinorUnits);
    }

    [Fact]
    public void LargestAmount_ThatCanBeStored_IsReadAndOneMoreIsNot()
    {
        var culture = CultureInfo.GetCultureInfo("en-US");

        Assert.True(MoneyFormat.TryParse("92233720368547758.07", Currency.Usd, culture, out var most));
        Assert.Equal(long.MaxValue, most.MinorUnits);
        Assert.False(MoneyFormat.TryParse("-92233720368547758.09", Currency.Usd, culture, out _));
    }
}
