using System.Text;
using AffiliateStudio.Features.Earnings.ListEarningRows;
using AffiliateStudio.Platform.Money;

namespace AffiliateStudio.Tests.Features.Earnings.ListEarningRows;

public sealed class EarningRowsFileTests
{
    [Fact]
    public void File_OfRows_SaysWhatTheScreenSaysAndIsNoFormula()
    {
        var row = new EarningRow(
            default, new DateOnly(2026, 1, 10), "=HYPERLINK(\"http://evil\")", "Walmart", "Lamp, tour", "approved", new Money(-310, Currency.Usd), "80 % of -$3.88", "+returned", -1);

        var text = Encoding.UTF8.GetString(EarningRowsFile.Write([row])[3..]);

        Assert.Equal(
            "Day (UTC),Product,Partner,Video,State,Quantity,Earned,Currency,Formula,Reason\r\n" +
            "2026-01-10,\"'=HYPERLINK(\"\"http://evil\"\")\",Walmart,\"Lamp, tour\",approved,-1,-3.10,USD,80 % of -$3.88,'+returned\r\n",
            text);
    }
}
