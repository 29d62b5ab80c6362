using System.Net;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Tests.Support;

namespace AffiliateStudio.Tests.Connectors.Transport;

public sealed class CallHistoryTests
{
    private static readonly PartnerFailure Down = new(PartnerFailureKind.Unavailable, "503", "Down.", "Wait.");

    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Outage_LastsFromItsFirstFailureToTheNextAnswer()
    {
        var history = new CallHistory(_clock);
        history.Succeeded();
        _clock.Advance(TimeSpan.FromMinutes(5));
        var began = _clock.UtcNow();
        history.Failed(Down);
        _clock.Advance(TimeSpan.FromMinutes(5));
        history.Failed(Down);

        Assert.Equal(began, Report(history).AffectedSince);
        history.Succeeded();
        Assert.Null(Report(history).AffectedSince);
    }

    [Fact]
    public void ErrorInsideAGoodAnswer_GoesOnWithTheOutage()
    {
        var history = new CallHistory(_clock);
        var began = _clock.UtcNow();
        for (var call = 0; call < 3; call++)
        {
            history.Succeeded();
            history.Failed(Down);
            _clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(began, Report(history).AffectedSince);
    }

    [Theory]
    [InlineData(PartnerFailureKind.NotFound)]
    [InlineData(PartnerFailureKind.InvalidRequest)]
    public void WrongQuestion_IsNoOutage(PartnerFailureKind kind)
    {
        var history = new CallHistory(_clock);
        history.Failed(Down with { Kind = kind });

        Assert.Null(Report(history).AffectedSince);
        Assert.Single(Report(history).Errors);
    }

    [Fact]
    public void ErrorRate_IsThatOfTheLastHour()
    {
        var history = new CallHistory(_clock);
        history.Failed(Down);
        _clock.Advance(TimeSpan.FromMinutes(61));
        history.Failed(Down);
        for (var call = 0; call < 3; call++)
        {
            history.Succeeded();
        }

        var report = Report(history);
        Assert.Equal((3, 1, 25), (report.RecentCalls, report.RecentFailures, report.ErrorPercent));
        Assert.Equal((3, 2), (report.Calls, report.Failures));
        Assert.Null(Report(new CallHistory(_clock)).ErrorPercent);
    }

    [Fact]
    public void Errors_AreKeptNewestFirstAndAlikeOnesOnce()
    {
        var history = new CallHistory(_clock);
        for (var code = 0; code < 12; code++)
        {
            history.Failed(Down with { Code = $"50{code}" });
            history.Failed(Down with { Code = $"50{code}" });
        }

        var errors = Report(history).Errors;
        Assert.Equal(CallHistory.MostErrors, errors.Count);
        Assert.Equal(("5011", 2), (errors[0].Failure.Code, errors[0].Times));
        Assert.Equal("502", errors[^1].Failure.Code);
    }

    [Fact]
    public async Task Quota_ComesFromThePartnersHeadersElseFromOurOwnPace()
    {
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}"), _ => FakePartner.Json("{}", HttpStatusCode.OK, ("X-RateLimit-Limit", "500"), ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "120")));
        using var transport = new PartnerTransport("Shop", ["shop.example"], new TransportOptions { LiveBurst = 5 }, partner, _clock);

        await SendAsync(transport);
        Assert.True(transport.Health.Quota is { IsOurs: true, Left: <= 5, Limit: 5 });

        await SendAsync(transport);
        Assert.Equal(new CallQuota(7, 500, _clock.UtcNow().AddSeconds(120), false), transport.Health.Quota);
        _clock.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(new CallQuota(500, 500, null, false), transport.Health.Quota);
    }

    [Fact]
    public async Task OpenBreaker_SaysSinceWhen()
    {
        var options = ConnectorSetup.Fast(retries: 1);
        options.BreakerMinimum = 2;
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, new FakePartner().On("/x", _ => FakePartner.Json("{}", HttpStatusCode.BadGateway)), _clock);
        Assert.Null(transport.Health.BreakerSince);
        await SendAsync(transport);
        var opened = _clock.UtcNow();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((BreakerState.Open, opened), (transport.Health.Breaker, transport.Health.BreakerSince));
    }

    private static async Task SendAsync(PartnerTransport transport)
    {
        using var request = PartnerCall.Create(HttpMethod.Get, new Uri("https://shop.example/x"), ConnectorSetup.AmazonConnection(), isRead: true);
        await transport.SendAsync(request, ConnectorSetup.AmazonConnection(), Cancel);
    }

    private static ConnectorHealth Report(CallHistory history) => history.Report("API", BreakerState.Closed, null);
}
