using System.Net.Sockets;
using System.Runtime.CompilerServices;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// Walks links for their test. Each address has to be allowed before it is asked, no redirect is followed by the network itself, no page is read, no cookie kept, and no proxy stands
/// between the check of an address and the connection to it. This server is asked for its sandbox only, and only by a link that began there.
/// </summary>
internal sealed class LinkWalker : ILinkWalker, IDisposable
{
    /// <summary>How many addresses are asked.</summary>
    public const int MostHops = 8;

    private const string Sandbox = "/sandbox/";

    private readonly OwnAddress _own;
    private readonly TimeSpan _patience;
    private readonly HttpClient _outside;
    private readonly HttpClient _inside;

    /// <summary>Walks on these networks.</summary>
    /// <param name="own">This server's address.</param>
    /// <param name="outside">The way to the open internet.</param>
    /// <param name="inside">The way to this server.</param>
    /// <param name="patience">How long a whole walk may take.</param>
    public LinkWalker(OwnAddress own, HttpMessageHandler outside, HttpMessageHandler inside, TimeSpan patience)
    {
        (_own, _patience) = (own, patience);
        (_outside, _inside) = (Client(outside), Client(inside));
    }

    /// <summary>The network as it is walked on: addresses checked when a connection is opened, when one is given to do so.</summary>
    public static SocketsHttpHandler Network(GuardedConnection? guard)
    {
        var network = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
        };
        if (guard is not null)
        {
            network.ConnectCallback = (context, cancellationToken) => guard.ConnectAsync(context.DnsEndPoint, cancellationToken);
        }

        return network;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<LinkHop> WalkAsync(string url, Func<string, bool> mayVisit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_patience);
        string? next = url;
        for (var asked = 0; next is not null; asked++)
        {
            if (asked == MostHops || !mayVisit(next))
            {
                yield return new LinkHop(next, null, asked == MostHops ? LinkProblem.TooManyHops : LinkProblem.NotAllowed);
                yield break;
            }

            (var hop, next) = await VisitAsync(next, deadline.Token, cancellationToken);
            yield return hop;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _outside.Dispose();
        _inside.Dispose();
    }

    private async Task<(LinkHop Hop, string? Next)> VisitAsync(string url, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            var isSandbox = url.StartsWith(Sandbox, StringComparison.Ordinal);
            var address = isSandbox ? new Uri(_own.Listening, url) : new Uri(url);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await (isSandbox ? _inside : _outside).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline);
            var status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
            {
                return (new LinkHop(url, status, null), null);
            }

            var next = Target(address, response.Headers.Location, isSandbox);
            return (new LinkHop(url, status, next is null ? LinkProblem.NoTarget : null), next);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return (new LinkHop(url, null, LinkProblem.TimedOut), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or UriFormatException or InvalidOperationException)
        {
            return (new LinkHop(url, null, ProblemOf(exception)), null);
        }
    }

    private string? Target(Uri from, Uri? location, bool isSandbox)
    {
        if (location is null || !Uri.TryCreate(from, location, out var target))
        {
            return null;
        }

        var isOwn = isSandbox && Uri.Compare(target, _own.Listening, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
        return isOwn ? target.PathAndQuery : target.AbsoluteUri;
    }

    private static LinkProblem ProblemOf(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: PrivateAddressException } => LinkProblem.PrivateAddress,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => LinkProblem.NoSuchHost,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => LinkProblem.NoSuchHost,
        UriFormatException => LinkProblem.NoTarget,
        _ => LinkProblem.NoAnswer,
    };

    private static HttpClient Client(HttpMessageHandler network)
    {
        var client = new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; AffiliateStudio-LinkTest/1.0)");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");
        return client;
    }
}
