using System.Net;
using AffiliateStudio.Features.Partners.Contract;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// The way to one partner's hosts. Whatever goes wrong comes back as a failure with a remedy; only the caller's own cancellation is thrown. A request to any host but the
/// partner's own, or this server's sandbox, does not leave.
/// </summary>
internal sealed class PartnerTransport : IDisposable
{
    private readonly string _partner;
    private readonly string _protocol;
    private readonly string[] _hosts;
    private readonly AskedWaits _waits;
    private readonly ResilienceHandler _resilience;
    private readonly HttpClient _client;
    private readonly CallHistory _history;
    private readonly QuotaNotes _quota;
    private volatile bool _toSandbox;

    /// <summary>Opens the way.</summary>
    /// <param name="partner">The partner's name for messages.</param>
    /// <param name="hosts">Hosts that may be called: exact, or everything below when it starts with a dot.</param>
    /// <param name="options">Pace and deadlines.</param>
    /// <param name="network">What talks to the network.</param>
    /// <param name="clock">The product's clock, for waits that the partner asks for.</param>
    /// <param name="protocol">The name of the partner's API, when it has more than one.</param>
    /// <param name="isThrottle">Which answers mean "too many calls" at a partner that does not say 429; they are handled and handed on as 429.</param>
    public PartnerTransport(
        string partner,
        string[] hosts,
        TransportOptions options,
        HttpMessageHandler network,
        TimeProvider clock,
        string? protocol = null,
        Func<HttpStatusCode, byte[], bool>? isThrottle = null)
    {
        _partner = partner;
        _protocol = protocol ?? partner;
        _waits = new AskedWaits(partner, options.LongestWait, clock);
        _hosts = hosts;
        _history = new CallHistory(clock);
        _quota = new QuotaNotes(clock);
        _resilience = new ResilienceHandler(options, network, clock, isThrottle);
        _client = new HttpClient(_resilience) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("AffiliateStudio/1.0");
    }

    /// <summary>How calls are doing.</summary>
    public ConnectorHealth Health => _history.Report(
        _protocol,
        _resilience.State switch { CircuitState.Closed => BreakerState.Closed, CircuitState.HalfOpen => BreakerState.Probing, _ => BreakerState.Open },
        _waits.Until) with
    {
        BreakerSince = _resilience.OpenedAt,
        Quota = _quota.Now ?? _resilience.OwnPace(_toSandbox),
    };

    /// <summary>The network as connectors use it: no redirects (a token must not follow one), no cookies, connections renewed so that DNS changes are seen.</summary>
    public static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
    };

    /// <summary>Sends a request made by <see cref="PartnerCall.Create"/> and reads the answer to the end, whatever its status is.</summary>
    public async Task<PartnerResult<PartnerAnswer>> SendAsync(HttpRequestMessage request, ConnectionContext connection, CancellationToken cancellationToken)
    {
        if (!IsOurs(request.RequestUri!, connection))
        {
            return Failed(new PartnerFailure(
                PartnerFailureKind.MalformedAnswer, "foreign host", $"A call to {request.RequestUri!.IdnHost} was asked for.", $"Nothing was sent: it is not a host of {_partner}."));
        }

        var account = request.Options.TryGetValue(PartnerCall.Account, out var named) ? named : null;
        if (account is not null && _waits.Find(account) is { } waiting)
        {
            return waiting;
        }

        _toSandbox = connection.SandboxAddress is not null;
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var wait = (int)response.StatusCode is 429 or 503 ? RetryAfter.Of(response, TimeProvider.System.GetUtcNow()) : null;
            _quota.Note(response);
            if (account is not null)
            {
                _waits.Note(account, response, wait);
            }

            var answer = new PartnerAnswer(response.StatusCode, body, response.Headers) { RetryAfter = wait };
            if (answer.IsSuccess)
            {
                _history.Succeeded();
            }

            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (FailureOf(exception) is { } failure)
        {
            return Failed(failure);
        }
    }

    /// <summary>Notes a failure that an answer's body told.</summary>
    public PartnerFailure Failed(PartnerFailure failure)
    {
        _history.Failed(failure);
        return failure;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _resilience.Dispose();
    }

    private PartnerFailure? FailureOf(Exception exception) => exception switch
    {
        TimeoutRejectedException or OperationCanceledException =>
            new(PartnerFailureKind.TimedOut, "timeout", $"{_partner} did not answer in time.", "Nothing to do: we try again."),
        BrokenCircuitException open =>
            new(PartnerFailureKind.CircuitOpen, "circuit open", $"Recent calls to {_partner} failed.", "Nothing to do: a trial call goes out shortly.", open.RetryAfter),
        PaceExceededException =>
            new(PartnerFailureKind.Throttled, "own pace", "Too many calls are waiting for their turn.", "It goes on by itself."),
        AnswerTooLargeException => Failures.Malformed(_partner, exception.Message),
        HttpRequestException or IOException =>
            new(PartnerFailureKind.Unavailable, "no answer", Failures.Shorten(exception.Message), $"Check that this server can reach {_partner}. We try again."),
        _ => null,
    };

    private bool IsOurs(Uri address, ConnectionContext connection)
    {
        if (connection.SandboxAddress is { } sandbox)
        {
            return Uri.Compare(address, sandbox, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
                && address.AbsolutePath.StartsWith("/sandbox/", StringComparison.Ordinal);
        }

        return address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
            && _hosts.Any(host => host[0] == '.'
                ? address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)
                : string.Equals(address.IdnHost, host, StringComparison.OrdinalIgnoreCase));
    }
}
