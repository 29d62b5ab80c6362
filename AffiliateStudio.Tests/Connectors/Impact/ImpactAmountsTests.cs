using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;
using static AffiliateStudio.Tests.Connectors.Impact.ImpactAnswers;

namespace AffiliateStudio.Tests.Connectors.Impact;

/// <summary>Money that cannot be read is never taken for nothing, and never for another amount.</summary>
public sealed class ImpactAmountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Payout", "\"Payout\":\"\",")]
    [InlineData("Payout", "\"Payout\":null,")]
    [InlineData("Payout", "")]
    [InlineData("Payout", "\"Payout\":\"1,25\",")]
    [InlineData("Payout", "\"Payout\":\"1,234.50\",")]
    [InlineData("Payout", "\"Payout\":\"1.25-\",")]
    [InlineData("Payout", "\"Payout\":\"$1.25\",")]
    [InlineData("Payout", "\"Payout\":{\"value\":\"1.25\"},")]
    [InlineData("Amount", "\"Amount\":\"25,00\",")]
    [InlineData("Amount", "\"Amount\":\"\",")]
    [InlineData("Amount", "")]
    public async Task Money_MissingOrUnreadable_RejectsTheLineAndSaysWhy(string member, string written)
    {
        var batch = await BatchAsync(Action("9383.1.1", "PENDING").Replace(member == "Payout" ? "\"Payout\":\"1.25\"," : "\"Amount\":\"25.00\",", written, StringComparison.Ordinal));

        Assert.Empty(batch.Lines);
        var rejected = Assert.Single(batch.Rejected);
        Assert.StartsWith(member, rejected.Reason, StringComparison.Ordinal);
        Assert.Contains("9383.1.1", rejected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_Unreadable_IsShownAsThePartnerWroteIt()
    {
        var batch = await BatchAsync(Action("9383.1.1", "PENDING").Replace("\"1.25\",\"Delta", "\"1,25\",\"Delta", StringComparison.Ordinal));

        Assert.Contains("\"1,25\"", Assert.Single(batch.Rejected).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Currency_ThatIsNone_RejectsTheLineAndSaysWhy()
    {
        var batch = await BatchAsync(Action("9383.1.1", "PENDING").Replace("USD", "dollars", StringComparison.Ordinal));

        Assert.StartsWith("Currency", Assert.Single(batch.Rejected).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\" 1.25 \"", 125)]
    [InlineData("\"-1.25\"", -125)]
    [InlineData("\"0.00\"", 0)]
    [InlineData("\"12\"", 1200)]
    [InlineData("1.25", 125)]
    public async Task Payout_AsAPlainNumber_IsRead(string written, long cents)
    {
        var batch = await BatchAsync(Action("9383.1.1", "PENDING").Replace("\"Payout\":\"1.25\"", $"\"Payout\":{written}", StringComparison.Ordinal));

        Assert.Equal(cents, Assert.Single(batch.Lines).Commission.MinorUnits);
    }

    private static async Task<ConversionBatch> BatchAsync(string action)
    {
        var partner = new FakePartner().On("/Actions", Page(string.Empty, action), Nothing);
        await foreach (var result in ConnectorSetup.Walmart(partner, new TestClock()).ReadAsync(ConnectorSetup.WalmartConnection(), null, Cancel))
        {
            return result.Value;
        }

        throw new InvalidOperationException("There is no batch.");
    }
}
