using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AffiliateStudio.Tests.Connectors.Faults;

/// <summary>Stands between a connector and the sandbox and does harm to some of the answers. Everything else goes through as it is.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private const int BombSize = 100 * 1024 * 1024;
    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);
    private readonly WebApplication _server;
    private readonly HttpClient _sandbox;
    private readonly CancellationTokenSource _over = new();
    private Fault _fault;
    private int _from = int.MaxValue;
    private int _times;
    private int _calls;
    private Answer? _last;

    private FaultProxy(Uri sandbox)
    {
        _sandbox = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = sandbox };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>How many calls came in since the last <see cref="Harm"/>.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public static async Task<FaultProxy> StartAsync(Uri sandbox)
    {
        var proxy = new FaultProxy(sandbox);
        await proxy._server.StartAsync();
        proxy.Address = new Uri(proxy._server.Urls.First());
        return proxy;
    }

    /// <summary>From now on harms calls by their number, from 1.</summary>
    public void Harm(Fault fault, int from, int times) => (_fault, _from, _times, _calls, _last) = (fault, from, times, 0, null);

    /// <summary>Lets everything through.</summary>
    public void Heal() => Harm(default, int.MaxValue, 0);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _server.DisposeAsync();
        _sandbox.Dispose();
        _over.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _calls);
        var isHarmed = number >= _from && number - _from < _times;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _over.Token);
        try
        {
            if (isHarmed && await RefuseAsync(context, gone.Token))
            {
                return;
            }

            var answer = isHarmed && _fault == Fault.Duplicate && _last is { } before ? before : await ForwardAsync(context.Request, gone.Token);
            _last = answer;
            await WriteAsync(context, isHarmed ? Harmed(answer) : answer, isHarmed, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    // Faults that need no answer of the sandbox.
    private async Task<bool> RefuseAsync(HttpContext context, CancellationToken cancellationToken)
    {
        switch (_fault)
        {
            case Fault.Refused:
                context.Abort();
                return true;
            case Fault.Silent:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return true;
            case Fault.Down or Fault.ClockSkew:
                if (_fault == Fault.ClockSkew)
                {
                    context.Response.Headers.RetryAfter = "Sat, 01 Jan 2000 00:00:00 GMT";
                    context.Response.Headers.Date = "Sat, 01 Jan 2000 00:00:00 GMT";
                }

                context.Response.StatusCode = 503;
                return true;
            case Fault.Broken:
                context.Response.StatusCode = 500;
                await context.Response.WriteAsync("java.lang.NullPointerException\n\tat com.partner.Api.answer(Api.java:1)", cancellationToken);
                return true;
            case Fault.Throttled or Fault.ThrottledForLong:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = _fault == Fault.Throttled ? "0" : "3600";
                return true;
            case Fault.Redirect:
                context.Response.Redirect("http://169.254.169.254/latest/meta-data/");
                return true;
            case Fault.Unauthorized:
                context.Response.StatusCode = 401;
                return true;
            default:
                return false;
        }
    }

    private async Task<Answer> ForwardAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), request.Path + request.QueryString);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length > 0)
        {
            forwarded.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (name, value) in request.Headers.Where(header => header.Key is not ("Content-Length" or "Transfer-Encoding" or "Connection")))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
            {
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
            }
        }

        using var response = await _sandbox.SendAsync(forwarded, cancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Content-Length" or "Date"))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private Answer Harmed(Answer answer) => _fault switch
    {
        Fault.Html => answer with { Body = "<!DOCTYPE html><html><body>Scheduled maintenance</body></html>"u8.ToArray() },
        Fault.Empty => answer with { Body = [] },
        Fault.Null => answer with { Body = "null"u8.ToArray() },
        Fault.HalfText => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        Fault.GzipBomb => answer with { Body = Bomb.Value },
        Fault.Oversized => answer with { Body = new byte[FaultLimits.LargestAnswer + 1] },
        Fault.WrongCurrency => answer with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer.Body).Replace("USD", "ZZZ", StringComparison.Ordinal)) },
        _ => answer,
    };

    private async Task WriteAsync(HttpContext context, Answer answer, bool isHarmed, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = (int)answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = answer.Body.Length;
        if (isHarmed && _fault == Fault.HalfBody && answer.Body.Length > 1)
        {
            await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
            context.Abort();
            return;
        }

        var step = isHarmed && _fault == Fault.Dripping ? Math.Max(1, answer.Body.Length / 10) : Math.Max(1, answer.Body.Length);
        for (var at = 0; at < answer.Body.Length; at += step)
        {
            await context.Response.Body.WriteAsync(answer.Body.AsMemory(at, Math.Min(step, answer.Body.Length - at)), cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static byte[] MakeBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < BombSize; written += zeros.Length)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
