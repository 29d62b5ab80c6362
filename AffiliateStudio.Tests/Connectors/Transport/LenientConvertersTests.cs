using System.Text.Json;
using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Tests.Connectors.Transport;

public sealed class LenientConvertersTests
{
    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("\"12.50\"", 12.5)]
    [InlineData("\" 12.5\\t\"", 12.5)]
    [InlineData("\"-3\"", -3.0)]
    [InlineData("\"1,25\"", null)]
    [InlineData("\"1,234.50\"", null)]
    [InlineData("\"1.25-\"", null)]
    [InlineData("\"(1.25)\"", null)]
    [InlineData("\"1e3\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    public void Decimal_InPlainInvariantDigits_IsReadAndNothingElse(string json, double? expected) =>
        Assert.Equal((decimal?)expected, JsonSerializer.Deserialize<decimal?>(json, PartnerJson.Options));

    [Theory]
    [InlineData("\"50001\"", 50001L)]
    [InlineData("3.0", 3L)]
    [InlineData("\"1,234\"", null)]
    public void Integer_WithThousandsSeparators_IsNotKnown(string json, long? expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize<long?>(json, PartnerJson.Options));
}
