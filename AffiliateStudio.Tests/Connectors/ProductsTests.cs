using AffiliateStudio.Connectors.Products;

namespace AffiliateStudio.Tests.Connectors;

public sealed class ProductsTests
{
    [Theory]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("36000291452", "00036000291452")]
    [InlineData("4006381333931", "04006381333931")]
    [InlineData("96385074", "00000096385074")]
    [InlineData("978-0-306-40615-7", "09780306406157")]
    [InlineData("036000291453", null)]
    [InlineData("00000000000000", null)]
    [InlineData("1234567", null)]
    [InlineData("123456789012345", null)]
    [InlineData("03600029145X", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Gtin_WithARightCheckDigit_Has14Digits(string? text, string? expected) => Assert.Equal(expected, Gtin14.Parse(text));

    [Theory]
    [InlineData("&lt;p&gt;Dimmable lamp&lt;/p&gt;", "Dimmable lamp")]
    [InlineData("<p>A&nbsp;&amp;&nbsp;B</p>", "A & B")]
    [InlineData("<script>alert(1)</script>Lamp<style>x{}</style>", "Lamp")]
    [InlineData("5 < 6 and 7 > 6", "5 6")]
    [InlineData("plain", "plain")]
    [InlineData("  ", null)]
    [InlineData("<br>", null)]
    [InlineData(null, null)]
    public void Html_BecomesWords(string? html, string? expected) => Assert.Equal(expected, PlainText.FromHtml(html, 100));

    [Theory]
    [InlineData("&lt;p&gt;Made of steel.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Dimmable&lt;/li&gt;&lt;li&gt;5 V&lt;/li&gt;&lt;/ul&gt;", "Made of steel.\n• Dimmable\n• 5 V")]
    [InlineData("One<br/>two  <b>bold</b>\nstill two<p class='x'>three", "One\ntwo bold still two\nthree")]
    [InlineData("<ul><li> </li></ul>", null)]
    [InlineData(null, null)]
    public void Html_WithLines_KeepsThem(string? html, string? expected) => Assert.Equal(expected, PlainText.LinesFromHtml(html, 100));

    [Fact]
    public void Html_ThatIsLongAndBroken_IsReadInTime() =>
        Assert.NotNull(PlainText.FromHtml("x" + string.Concat(Enumerable.Repeat("<script ", 5000)), 4000));

    [Fact]
    public void Text_IsCutAtItsLimit() => Assert.Equal(101, PlainText.FromHtml(new string('a', 500), 100)!.Length);
}
