using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Tests.Platform.Money;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("JPY", 0, 1)]
    [InlineData("KRW", 0, 1)]
    [InlineData("ISK", 0, 1)]
    [InlineData("USD", 2, 100)]
    [InlineData("EUR", 2, 100)]
    [InlineData("GBP", 2, 100)]
    [InlineData("HUF", 2, 100)]
    [InlineData("BHD", 3, 1_000)]
    [InlineData("KWD", 3, 1_000)]
    [InlineData("TND", 3, 1_000)]
    [InlineData("CLF", 4, 10_000)]
    [InlineData("UYW", 4, 10_000)]
    public void Currency_OfTheStandard_HasItsDigits(string code, int digits, long minorUnits)
    {
        Assert.Equal((digits, minorUnits), (Currency.Of(code).Exponent, Currency.Of(code).MinorUnitsPerMajor));
        Assert.Equal(code, Currency.Of(" " + code.ToLowerInvariant()).Code);
    }

    [Theory]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("BTC")]
    [InlineData("US")]
    [InlineData("USDT")]
    [InlineData("$")]
    [InlineData("")]
    [InlineData(null)]
    public void Code_ThatTheStandardDoesNotList_IsRefused(string? code)
    {
        Assert.False(Currency.TryOf(code, out _));
        Assert.Throws<ArgumentException>(() => Currency.Of(code!));
    }

    [Fact]
    public void Currency_NeverSet_FailsWhenItIsRead() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
}
