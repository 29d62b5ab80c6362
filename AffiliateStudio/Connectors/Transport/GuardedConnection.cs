using System.Net;
using System.Net.Sockets;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Connectors.Transport;

/// <summary>
/// Connects to hosts of the open internet only. The name is resolved once, every address of it is looked at, and the connection goes to one of those very addresses, so that a name
/// that changes its mind in between gains nothing.
/// </summary>
/// <param name="resolve">Gives the addresses of a name.</param>
/// <param name="connect">Connects to an address.</param>
internal sealed class GuardedConnection(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<IPEndPoint, CancellationToken, ValueTask<Stream>> connect)
{
    /// <summary>Over the machine's own resolver and sockets.</summary>
    public static GuardedConnection OfThisMachine { get; } = new(Dns.GetHostAddressesAsync, OpenAsync);

    /// <summary>Connects, or throws <see cref="PrivateAddressException"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await resolve(target.Host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        if (!addresses.All(PublicAddress.Is))
        {
            throw new PrivateAddressException(target.Host);
        }

        for (var next = 0; ; next++)
        {
            try
            {
                return await connect(new IPEndPoint(addresses[next], target.Port), cancellationToken);
            }
            catch (SocketException) when (next < addresses.Length - 1)
            {
                // One of several servers is down.
            }
        }
    }

    private static async ValueTask<Stream> OpenAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
