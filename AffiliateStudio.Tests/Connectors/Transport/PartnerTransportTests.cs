using System.Net;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Tests.Support;
using Polly;

namespace AffiliateStudio.Tests.Connectors.Transport;

public sealed class PartnerTransportTests
{
    private static readonly TestClock Clock = new();

    private static readonly ConnectionContext Live = ConnectorSetup.AmazonConnection();

    private static readonly ConnectionContext Sandbox = new()
    {
        Partner = PartnerKey.Amazon,
        Kind = ConnectionKind.Sandbox,
        SandboxAddress = new Uri("http://127.0.0.1:5999/sandbox/amazon/"),
        Settings = new Dictionary<string, string>(),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task PassingFault_IsTriedAgain(int status)
    {
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}", (HttpStatusCode)status), _ => FakePartner.Json("{}", (HttpStatusCode)status), _ => FakePartner.Json("fine"));
        using var transport = Transport(partner);

        var answer = await SendAsync(transport, "https://shop.example/x");

        Assert.True(answer.Value.IsSuccess);
        Assert.Equal(3, partner.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task LastingFault_IsNotTriedAgain(int status)
    {
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}", (HttpStatusCode)status));
        using var transport = Transport(partner);

        var answer = await SendAsync(transport, "https://shop.example/x");

        Assert.Equal((HttpStatusCode)status, answer.Value.Status);
        Assert.Single(partner.Calls);
    }

    [Theory]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    [InlineData("GET", false)]
    [InlineData("GET", true)]
    public async Task CallThatChangesSomething_IsNeverTriedAgain(string method, bool isRead)
    {
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}", HttpStatusCode.ServiceUnavailable));
        using var transport = Transport(partner);
        using var request = PartnerCall.Create(new HttpMethod(method), new Uri("https://shop.example/x"), Live, isRead);

        await transport.SendAsync(request, Live, Cancel);

        Assert.Equal(isRead ? 4 : 1, partner.Calls.Count);
    }

    [Fact]
    public async Task CallersWhoFailedTogether_DoNotComeBackTogether()
    {
        var options = new TransportOptions { Retries = 1, FirstDelay = TimeSpan.FromMilliseconds(400) };
        var waits = new HashSet<TimeSpan>();
        for (var caller = 0; caller < 20; caller++)
        {
            var repeats = ResilienceHandler.Repeats(options);
            repeats.ShouldHandle = _ => ValueTask.FromResult(true);
            var clock = new WaitClock();
            var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddRetry(repeats).Build();
            await pipeline.ExecuteAsync(static (_, _) => ValueTask.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)), string.Empty, Cancel);
            waits.Add(Assert.Single(clock.Waits));
        }

        Assert.True(waits.Count > 10, $"{waits.Count} different waits of 20");
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, options.LongestWait));
    }

    [Fact]
    public async Task Repeats_HaveAnEnd()
    {
        var partner = new FakePartner().On("/x", _ => throw new HttpRequestException("refused"));
        using var transport = Transport(partner);

        var failure = (await SendAsync(transport, "https://shop.example/x")).Failure!;

        Assert.Equal(PartnerFailureKind.Unavailable, failure.Kind);
        Assert.Equal(4, partner.Calls.Count);
        Assert.Equal(1, transport.Health.Failures);
        Assert.Equal(failure, transport.Health.LastFailure);
    }

    [Fact]
    public async Task SilentPartner_TimesOut()
    {
        using var silent = new SilentPartner();
        var options = ConnectorSetup.Fast(retries: 1);
        options.TryTimeout = TimeSpan.FromMilliseconds(20);
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, silent, Clock);

        Assert.Equal(PartnerFailureKind.TimedOut, (await SendAsync(transport, "https://shop.example/x")).Failure!.Kind);
        Assert.Equal(2, silent.Calls);
    }

    [Fact]
    public async Task CallerWhoGivesUp_IsNotAnswered()
    {
        using var silent = new SilentPartner();
        using var transport = new PartnerTransport("Shop", ["shop.example"], ConnectorSetup.Fast(), silent, Clock);
        using var request = PartnerCall.Create(HttpMethod.Get, new Uri("https://shop.example/x"), Live, isRead: true);
        using var given = new CancellationTokenSource();
        var pending = transport.SendAsync(request, Live, given.Token);

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(0, transport.Health.Failures);
    }

    [Fact]
    public async Task PartnerThatIsDown_IsLeftAlone()
    {
        var options = ConnectorSetup.Fast(retries: 1);
        options.BreakerMinimum = 4;
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}", HttpStatusCode.BadGateway));
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, partner, Clock);
        for (var i = 0; i < 4; i++)
        {
            await SendAsync(transport, "https://shop.example/x");
        }

        var failure = (await SendAsync(transport, "https://shop.example/x")).Failure!;

        Assert.Equal(PartnerFailureKind.CircuitOpen, failure.Kind);
        Assert.Equal(BreakerState.Open, transport.Health.Breaker);
        Assert.Equal(4, partner.Calls.Count);
    }

    [Fact]
    public async Task PartnerThatIsWellAgain_IsTriedOnce_AndThenCalledAsBefore()
    {
        var options = ConnectorSetup.Fast(retries: 1);
        (options.BreakerMinimum, options.BreakDuration) = (4, TimeSpan.FromMilliseconds(500));
        var isDown = true;
        var partner = new FakePartner().On("/x", _ => FakePartner.Json("{}", isDown ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, partner, Clock);
        for (var i = 0; i < 4; i++)
        {
            await SendAsync(transport, "https://shop.example/x");
        }

        Assert.Equal(BreakerState.Open, transport.Health.Breaker);
        isDown = false;
        while (!(await SendAsync(transport, "https://shop.example/x")).Succeeded)
        {
            Assert.Equal(4, partner.Calls.Count);
            await Task.Yield();
        }

        Assert.Equal(BreakerState.Closed, transport.Health.Breaker);
        Assert.Equal(5, partner.Calls.Count);
    }

    [Fact]
    public async Task Throttling_DoesNotOpenTheBreaker()
    {
        var options = ConnectorSetup.Fast(retries: 1);
        options.BreakerMinimum = 2;
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, new FakePartner().On("/x", _ => FakePartner.Json("{}", HttpStatusCode.TooManyRequests)), Clock);
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(transport, "https://shop.example/x");
        }

        Assert.Equal(BreakerState.Closed, transport.Health.Breaker);
    }

    [Fact]
    public async Task EndlessBody_IsCutOff()
    {
        var options = ConnectorSetup.Fast();
        options.LargestAnswer = 1000;
        var partner = new FakePartner().On("/x", new string('x', 1001));
        using var transport = new PartnerTransport("Shop", ["shop.example"], options, partner, Clock);

        Assert.Equal(PartnerFailureKind.MalformedAnswer, (await SendAsync(transport, "https://shop.example/x")).Failure!.Kind);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task HalfABody_IsAFailedTry()
    {
        var partner = new FakePartner().On("/x", _ => Cut(), _ => FakePartner.Json("whole"));
        using var transport = Transport(partner);

        Assert.True((await SendAsync(transport, "https://shop.example/x")).Value.IsSuccess);
        Assert.Equal(2, partner.Calls.Count);
    }

    [Theory]
    [InlineData("http://shop.example/x")]
    [InlineData("https://shop.example:8443/x")]
    [InlineData("https://shop.example.evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("https://notshop.example/x")]
    [InlineData("https://user@shop.example/x")]
    [InlineData("http://127.0.0.1:5999/sandbox/amazon/x")]
    public async Task ForeignHost_IsNeverCalled(string address)
    {
        var partner = new FakePartner().On("/x", "{}");
        using var transport = Transport(partner);

        Assert.Equal("foreign host", (await SendAsync(transport, address)).Failure!.Code);
        Assert.Empty(partner.Calls);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5999/sandbox/amazon/x", true)]
    [InlineData("http://127.0.0.1:5999/sandbox/impact/x", true)]
    [InlineData("http://127.0.0.1:6000/sandbox/amazon/x", false)]
    [InlineData("http://127.0.0.1:5999/admin/x", false)]
    [InlineData("http://127.0.0.1:5999/sandbox/../admin/x", false)]
    [InlineData("https://shop.example/x", false)]
    public async Task SandboxConnection_CallsOnlyTheSandbox(string address, bool isCalled)
    {
        var partner = new FakePartner().On("/x", "{}");
        using var transport = Transport(partner);
        using var request = PartnerCall.Create(HttpMethod.Get, new Uri(address), Sandbox, isRead: true);

        Assert.Equal(isCalled, (await transport.SendAsync(request, Sandbox, Cancel)).Succeeded);
    }

    [Fact]
    public void RetryAfter_InEachForm_IsRead()
    {
        var now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(7), RetryAfter.Of(FakePartner.Json("", HttpStatusCode.TooManyRequests, ("Retry-After", "7")), now));
        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Of(FakePartner.Json("", HttpStatusCode.TooManyRequests, ("Retry-After", "Thu, 15 Jan 2026 12:00:30 GMT")), now));
        Assert.Equal(TimeSpan.Zero, RetryAfter.Of(FakePartner.Json("", HttpStatusCode.TooManyRequests, ("Retry-After", "Thu, 15 Jan 2026 11:00:00 GMT")), now));
        Assert.Equal(TimeSpan.FromSeconds(9), RetryAfter.Of(FakePartner.Json("", HttpStatusCode.TooManyRequests, ("X-RateLimit-Reset", "9")), now));
        Assert.Null(RetryAfter.Of(FakePartner.Json("", HttpStatusCode.OK, ("X-RateLimit-Reset", "9")), now));
        Assert.Null(RetryAfter.Of(FakePartner.Json("", HttpStatusCode.TooManyRequests, ("Retry-After", "soon")), now));
    }

    private static PartnerTransport Transport(FakePartner partner) => new("Shop", ["shop.example"], ConnectorSetup.Fast(), partner, Clock);

    private static HttpResponseMessage Cut()
    {
        var response = FakePartner.Json("half");
        response.Content.Headers.ContentLength = 100;
        return response;
    }

    private static async Task<PartnerResult<PartnerAnswer>> SendAsync(PartnerTransport transport, string address)
    {
        using var request = PartnerCall.Create(HttpMethod.Get, new Uri(address), Live, isRead: true);
        return await transport.SendAsync(request, Live, Cancel);
    }

    private sealed class SilentPartner : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        }
    }

    /// <summary>Notes how long somebody wants to wait, and lets no time pass.</summary>
    private sealed class WaitClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
