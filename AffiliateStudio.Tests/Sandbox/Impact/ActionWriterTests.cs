using AffiliateStudio.Platform.Money;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Impact;
using AffiliateStudio.Sandbox.Orders;

namespace AffiliateStudio.Tests.Sandbox.Impact;

public sealed class ActionWriterTests
{
    [Theory]
    [InlineData("2026-07-01T06:30:00Z", "2026-06-30T23:30:00-07:00")]
    [InlineData("2026-07-01T07:30:00Z", "2026-07-01T00:30:00-07:00")]
    [InlineData("2026-01-15T07:30:00Z", "2026-01-14T23:30:00-08:00")]
    [InlineData("2026-03-08T09:59:59Z", "2026-03-08T01:59:59-08:00")]
    [InlineData("2026-03-08T10:00:00Z", "2026-03-08T03:00:00-07:00")]
    [InlineData("2026-11-01T08:59:59Z", "2026-11-01T01:59:59-07:00")]
    [InlineData("2026-11-01T09:00:00Z", "2026-11-01T01:00:00-08:00")]
    public void Time_OfAnAction_CarriesThePacificOffsetOfThatMoment(string ordered, string expected)
    {
        var at = DateTimeOffset.Parse(ordered, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        var action = ActionWriter.Action(Order(at), Program, "IRtest", at, new SandboxOptions());

        Assert.Equal(expected, action["EventDate"]!.GetValue<string>());
    }

    private static ImpactProgram Program => new()
    {
        Partner = SandboxPartner.Walmart,
        Name = "Walmart",
        CampaignId = "9383",
        AdId = "568844",
        Tracker = "6433",
        DeeplinkDomains = [],
        ContractId = "1",
        WindowDays = 3,
        Usual = default,
        Groups = [],
    };

    private static SandboxOrder Order(DateTime at) => new()
    {
        Id = 1,
        Number = "200010000000001",
        Partner = SandboxPartner.Walmart,
        ProductId = "5",
        Title = "Lamp",
        Category = "Home",
        Seller = "Walmart.com",
        Quantity = 1,
        UnitPrice = new Money(2500, Currency.Usd),
        Rate = default,
        Tag = "1234567",
        SubId = "abc-1",
        SubId2 = string.Empty,
        SubId3 = string.Empty,
        SharedId = string.Empty,
        ClickId = "click-1",
        CampaignId = "9383",
        AdId = "568844",
        ClickedAt = at,
        OrderedAt = at,
        ReturnedAt = null,
    };
}
