using System.Net;
using System.Threading.RateLimiting;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Time;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// Paces, times, repeats and, when a partner is down, holds back the calls to one partner. From the outside in: deadline of the call, repeats with jitter that honour
/// <c>Retry-After</c>, circuit breaker, turn at our own pace, deadline of the try. The body is read inside a try, so that half a body is a failed try.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("request");

    private readonly TransportOptions _options;
    private readonly Func<HttpStatusCode, byte[], bool>? _isThrottle;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly TokenBucketRateLimiter _live;
    private readonly TokenBucketRateLimiter _sandbox;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly TimeProvider _clock;
    private long _openedAt;

    /// <summary>Wraps the handler that talks to the network.</summary>
    /// <param name="options">Pace and deadlines.</param>
    /// <param name="network">What talks to the network.</param>
    /// <param name="clock">The product's clock.</param>
    /// <param name="isThrottle">Which answers mean "too many calls" at a partner that does not say 429; from here on they are 429.</param>
    public ResilienceHandler(TransportOptions options, HttpMessageHandler network, TimeProvider clock, Func<HttpStatusCode, byte[], bool>? isThrottle = null)
        : base(network)
    {
        _clock = clock;
        _options = options;
        _isThrottle = isThrottle;
        _live = Pace(options.LiveCallsPerMinute, options.LiveBurst);
        _sandbox = Pace(options.SandboxCallsPerMinute, options.SandboxBurst);
        _pipeline = Build();
    }

    /// <summary>Whether calls go out.</summary>
    public CircuitState State => _breaker.CircuitState;

    /// <summary>Since when not all of them go out, UTC; null while they do.</summary>
    public DateTime? OpenedAt => Interlocked.Read(ref _openedAt) is var ticks and > 0 ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>How many calls our own pace lets out at once now.</summary>
    public CallQuota? OwnPace(bool toSandbox) => (toSandbox ? _sandbox : _live).GetStatistics() is { } pace
        ? new CallQuota(pace.CurrentAvailablePermits, toSandbox ? _options.SandboxBurst : _options.LiveBurst, null, IsOurs: true)
        : null;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await _pipeline.ExecuteAsync(static async (context, handler) => await handler.TryAsync(context), context, this);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _live.Dispose();
            _sandbox.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> TryAsync(ResilienceContext context)
    {
        var request = RequestOf(context)!;
        using var turn = await (request.Is(PartnerCall.IsSandbox) ? _sandbox : _live).AcquireAsync(1, context.CancellationToken);
        if (!turn.IsAcquired)
        {
            throw new PaceExceededException();
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        deadline.CancelAfter(request.Is(PartnerCall.IsPatient) ? _options.PatientTimeout : _options.TryTimeout);
        try
        {
            var response = await base.SendAsync(request, deadline.Token);
            await BufferAsync(response, deadline.Token);
            return response;
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutRejectedException("The partner did not answer in time.", exception);
        }
    }

    private async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > _options.LargestAnswer)
            {
                response.Dispose();
                throw new AnswerTooLargeException(_options.LargestAnswer);
            }

            buffer.Write(chunk, 0, read);
        }

        if (response.Content.Headers.ContentLength is { } announced && announced != buffer.Length)
        {
            response.Dispose();
            throw new HttpRequestException("The answer ended early.");
        }

        var whole = buffer.ToArray();
        if (_isThrottle?.Invoke(response.StatusCode, whole) == true)
        {
            response.StatusCode = HttpStatusCode.TooManyRequests;
        }

        response.Content = new ByteArrayContent(whole);
    }

    private ResiliencePipeline<HttpResponseMessage> Build() =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(RequestOf(args.Context)?.Is(PartnerCall.IsPatient) == true ? _options.PatientTimeout : _options.TotalTimeout),
            })
            .AddRetry(Repeats(_options))
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = _options.BreakerMinimum,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = _options.BreakDuration,
                StateProvider = _breaker,
                ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome)),
                OnOpened = _ => Opened(),
                OnClosed = _ => Closed(),
            })
            .Build();

    // A trial that fails opens it again, but it has been open all the time.
    private ValueTask Opened()
    {
        Interlocked.CompareExchange(ref _openedAt, _clock.UtcNow().Ticks, 0);
        return ValueTask.CompletedTask;
    }

    private ValueTask Closed()
    {
        Interlocked.Exchange(ref _openedAt, 0);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// How calls are repeated: waits that double, each with jitter so that callers who failed together do not come back together, unless the partner names a wait.
    /// </summary>
    internal static RetryStrategyOptions<HttpResponseMessage> Repeats(TransportOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstDelay,
        MaxDelay = options.LongestWait,
        ShouldHandle = args => ValueTask.FromResult(MayRepeat(RequestOf(args.Context), args.Outcome, options)),
        DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome)),
    };

    // A throttled partner is alive: it is asked again later, but it does not open the breaker.
    private static bool IsDown(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException || (int?)outcome.Result?.StatusCode is >= 500;

    private static bool MayRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome, TransportOptions options)
    {
        if (request?.Is(PartnerCall.IsRead) != true)
        {
            return false;
        }

        if (outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException)
        {
            return true;
        }

        return outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            && (Asked(outcome) ?? TimeSpan.Zero) <= options.LongestWait;
    }

    // A date in Retry-After is on the world's clock, not on one that was moved.
    private static TimeSpan? Asked(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.Of(response, TimeProvider.System.GetUtcNow()) : null;

    private static HttpRequestMessage? RequestOf(ResilienceContext context) => context.Properties.GetValue(RequestKey, null!);

    private static TokenBucketRateLimiter Pace(int callsPerMinute, int burst) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / callsPerMinute,
        QueueLimit = 64,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });
}
