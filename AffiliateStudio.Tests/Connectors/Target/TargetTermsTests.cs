using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Target;

public sealed class TargetTermsTests : IDisposable
{
    private static readonly ProductReference Lamp = new("80000001", "https://www.target.com/p/arc-lamp/-/A-80000001");
    private readonly FakePartner _impact = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _impact.Dispose();

    [Fact]
    public async Task Contract_TellsRatesWindowAndLocking()
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns()).On("/Contracts/Active", TargetAnswers.Contract);

        var terms = Assert.Single((await Target().ReadMerchantsAsync(ConnectorSetup.TargetConnection(), Cancel)).Value);

        Assert.Equal(("2092", "Target", MerchantState.Active, true), (terms.Id, terms.Name, terms.State, terms.AllowsDeepLinks));
        Assert.Equal(30 * 24, terms.AttributionWindowHours);
        Assert.Equal("final on day 15 of the next month", terms.LockingRule);
        Assert.Equal([(string.Empty, 100), ("Home", 800)], terms.Rates.Select(rate => (rate.Category, rate.Rate.BasisPoints)));
        Assert.All(terms.Rates, rate => Assert.StartsWith("impact.com contract C-12", rate.Source, StringComparison.Ordinal));
        Assert.Equal([".target.com"], terms.Hosts);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"EventPayouts":[]}""")]
    [InlineData("""{"EventPayouts":[{"DefaultPayoutRate":"","ValidReferrals":null}]}""")]
    public async Task Contract_WithoutItsMembers_LeavesThemUnknown(string contract)
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns()).On("/Contracts/Active", contract);

        var terms = Assert.Single((await Target().ReadMerchantsAsync(ConnectorSetup.TargetConnection(), Cancel)).Value);

        Assert.Null(terms.AttributionWindowHours);
        Assert.Empty(terms.Rates);
    }

    [Fact]
    public async Task AccountThatLeftTheProgramme_HasNoMerchant_AndAListThatGoesElsewhereIsNoList()
    {
        _impact.On("/Campaigns", """{"@nextpageuri":"","Campaigns":[{"CampaignId":"1"}]}""", """{"@nextpageuri":"https://evil.example/Campaigns","Campaigns":[{"CampaignId":"1"}]}""");
        var target = Target();

        Assert.Empty((await target.ReadMerchantsAsync(ConnectorSetup.TargetConnection(), Cancel)).Value);
        Assert.Equal(PartnerFailureKind.MalformedAnswer, (await target.ReadMerchantsAsync(ConnectorSetup.TargetConnection(), Cancel)).Failure!.Kind);
    }

    [Fact]
    public void LiveConnection_KnowsNothingOfTheSandboxsPages()
    {
        var connection = ConnectorSetup.TargetConnection();

        Assert.False(connection.Covers("/sandbox/target/p/x/-/A-80000001"));
        Assert.True(connection.Covers(Lamp.ProductUrl));
        Assert.Equal("/sandbox/target/p/x/-/A-80000001?ref=aff", Target().Build(connection, new ProductReference("80000001", "/sandbox/target/p/x/-/A-80000001"), "1112223").Url);
    }

    [Fact]
    public async Task CampaignsOverTwoPages_AreFollowedAsTheyAre()
    {
        _impact.On(
            "/Campaigns",
            """{"@nextpageuri":"/Mediapartners/IRtestSid1/Campaigns?After=abc&Page=2","Campaigns":[]}""",
            TargetAnswers.Campaigns());
        _impact.On("/Contracts/Active", TargetAnswers.Contract);

        Assert.True((await Target().ReadMerchantsAsync(ConnectorSetup.TargetConnection(), Cancel)).Succeeded);

        Assert.Equal("https://api.impact.com/Mediapartners/IRtestSid1/Campaigns?After=abc&Page=2", _impact.CallsTo("/Campaigns").Last().Address.AbsoluteUri);
    }

    [Fact]
    public async Task Check_OfAnAllowedPage_HasTheLinkMade()
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns()).On("/TrackingLinks", """{"TrackingURL":"https://goto.target.com/c/7654321/81938/2092?u=x"}""");

        var link = await Target().CheckLinkAsync(ConnectorSetup.TargetConnection(), Lamp, "1112223", Cancel);

        Assert.Equal("https://goto.target.com/c/7654321/81938/2092?u=x", link.Value);
        var call = Assert.Single(_impact.CallsTo("/Programs/2092/TrackingLinks"));
        Assert.Equal(HttpMethod.Post, call.Method);
        Assert.Equal(
            "?Type=Regular&AdId=81938&DeepLink=https%3A%2F%2Fwww.target.com%2Fp%2Farc-lamp%2F-%2FA-80000001&subId1=link-check&subId2=80000001&sharedId=1112223", call.Address.Query);
    }

    [Theory]
    [InlineData("Active", "true", """["shop.example"]""")]
    [InlineData("Active", "true", "[]")]
    [InlineData("Active", "false", """["*.target.com"]""")]
    [InlineData("Expired", "true", """["*.target.com"]""")]
    public async Task Check_OfAPageOutsideTheProgramme_IsRefusedWithoutACall(string contract, string deepLinks, string domains)
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns(contract, deepLinks, domains));

        var failure = (await Target().CheckLinkAsync(ConnectorSetup.TargetConnection(), Lamp, string.Empty, Cancel)).Failure!;

        Assert.Equal(PartnerFailureKind.Refused, failure.Kind);
        Assert.NotEmpty(failure.Remedy);
        Assert.Empty(_impact.CallsTo("/TrackingLinks"));
    }

    [Theory]
    [InlineData("You are not in this program.", PartnerFailureKind.Refused)]
    [InlineData("The property ID '1' does not exist.", PartnerFailureKind.Unauthorized)]
    public async Task Check_RefusedByTheNetwork_IsToldFromAMissingRight(string message, PartnerFailureKind kind)
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns()).On("/TrackingLinks", _ => TargetAnswers.Forbidden(message));

        Assert.Equal(kind, (await Target().CheckLinkAsync(ConnectorSetup.TargetConnection(), Lamp, string.Empty, Cancel)).Failure!.Kind);
    }

    [Fact]
    public async Task Test_WithAnotherAd_SaysWhichNumbersToEnter()
    {
        _impact.On("/Campaigns", TargetAnswers.Campaigns());

        Assert.Contains("publisher 7654321 and ad 81938", (await Target().TestAsync(ConnectorSetup.TargetConnection(("adId", "1")), Cancel)).Failure!.Remedy, StringComparison.Ordinal);
        Assert.Contains("active", (await Target().TestAsync(ConnectorSetup.TargetConnection(), Cancel)).Value, StringComparison.Ordinal);
    }

    private AffiliateStudio.Connectors.Target.TargetConnector Target() => ConnectorSetup.Target(_impact, new TestClock());
}
