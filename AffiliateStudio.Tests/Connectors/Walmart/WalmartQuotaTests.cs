using System.Net;
using AffiliateStudio.Connectors.Walmart;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Walmart;

public sealed class WalmartQuotaTests
{
    private const string UsedUp = """{"details":{"Description":"Rate limit exceeded","wm_svc.version":"2.0.0","wm_svc.name":"affil-product","wm_svc.env":"prod"}}""";
    private const string Nothing = """{"totalResults":0,"items":[]}""";

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DayUsedUp_IsToldAndNobodyAsksAgainBeforeItIsOver()
    {
        var partner = new FakePartner().On("/search", _ => FakePartner.Json(UsedUp, HttpStatusCode.TooManyRequests, ("Retry-After", "3600")), _ => FakePartner.Json(Nothing));
        var connector = ConnectorSetup.Walmart(partner, _clock);

        var first = await FailureAsync(connector);
        _clock.Advance(TimeSpan.FromMinutes(59));
        var second = await FailureAsync(connector);
        var lookUp = (await connector.LookUpAsync(ConnectorSetup.WalmartConnection(), ["5"], Cancel)).Failure!;

        Assert.Equal((PartnerFailureKind.Throttled, "429", TimeSpan.FromHours(1)), (first.Kind, first.Code, first.RetryAfter));
        Assert.Equal("Rate limit exceeded", first.Message);
        Assert.Equal((PartnerFailureKind.Throttled, TimeSpan.FromMinutes(1)), (second.Kind, second.RetryAfter));
        Assert.Equal(second, lookUp);
        Assert.Single(partner.Calls);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddMinutes(1), connector.Health[0].WaitsUntil);

        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True((await SearchAsync(connector)).Succeeded);
        Assert.Null(connector.Health[0].WaitsUntil);
    }

    [Fact]
    public async Task DayUsedUp_OfOneAccount_HoldsUpNoOther()
    {
        var partner = new FakePartner().On("/search", _ => FakePartner.Json(UsedUp, HttpStatusCode.TooManyRequests, ("Retry-After", "3600")), _ => FakePartner.Json(Nothing));
        var connector = ConnectorSetup.Walmart(partner, _clock);
        await FailureAsync(connector);

        var other = await connector.SearchAsync(ConnectorSetup.WalmartConnection(("consumerId", "11111111-1111-2222-3333-444444444444")), new("lamp", 1, 10), Cancel);

        Assert.True(other.Succeeded);
    }

    [Fact]
    public async Task WaitWithoutEnd_IsHonouredForADay()
    {
        var partner = new FakePartner().On("/search", _ => FakePartner.Json(UsedUp, HttpStatusCode.TooManyRequests, ("Retry-After", "999999999")), _ => FakePartner.Json(Nothing));
        var connector = ConnectorSetup.Walmart(partner, _clock);
        await FailureAsync(connector);

        Assert.Equal(TimeSpan.FromDays(1), (await FailureAsync(connector)).RetryAfter);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await SearchAsync(connector)).Succeeded);
    }

    [Fact]
    public async Task Throttled_WithoutAWait_IsRepeatedAndThenToldOnce()
    {
        var partner = new FakePartner().On("/search", _ => FakePartner.Json(UsedUp, HttpStatusCode.TooManyRequests));
        var connector = ConnectorSetup.Walmart(partner, _clock);

        var failure = await FailureAsync(connector);

        Assert.Equal(PartnerFailureKind.Throttled, failure.Kind);
        Assert.Null(failure.RetryAfter);
        Assert.Equal(4, partner.Calls.Count);
        Assert.Equal((1, 0), (connector.Health[0].Failures, connector.Health[1].Failures));
    }

    private Task<PartnerResult<ProductSearchAnswer>> SearchAsync(WalmartConnector connector) =>
        connector.SearchAsync(ConnectorSetup.WalmartConnection(), new("lamp", 1, 10), Cancel);

    private async Task<PartnerFailure> FailureAsync(WalmartConnector connector) => (await SearchAsync(connector)).Failure!;
}
