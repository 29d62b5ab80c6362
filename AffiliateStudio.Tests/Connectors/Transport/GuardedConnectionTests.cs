using System.Net;
using System.Net.Sockets;
using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Tests.Connectors.Transport;

public sealed class GuardedConnectionTests
{
    private static readonly DnsEndPoint Shop = new("www.shop.example", 443);

    private readonly List<IPAddress> _connected = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("8.8.8.8,127.0.0.1")]
    [InlineData("2606:4700::1111,::1")]
    public async Task Name_ThatStandsForAPrivateAddress_IsNotConnectedTo(string addresses)
    {
        var guard = Guard(addresses);

        await Assert.ThrowsAsync<PrivateAddressException>(async () => await guard.ConnectAsync(Shop, Cancel));
        Assert.Empty(_connected);
    }

    [Fact]
    public async Task NameThatChangesItsMind_IsConnectedToWhereItWasCheckedOrNotAtAll()
    {
        var guard = Guard("8.8.8.8", "127.0.0.1");

        await guard.ConnectAsync(Shop, Cancel);
        await Assert.ThrowsAsync<PrivateAddressException>(async () => await guard.ConnectAsync(Shop, Cancel));

        Assert.Equal([IPAddress.Parse("8.8.8.8")], _connected);
    }

    [Fact]
    public async Task Server_ThatIsDown_IsPassedOverForTheNext()
    {
        var guard = new GuardedConnection((_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Parse("8.8.4.4") }), (address, _) =>
        {
            _connected.Add(address.Address);
            return _connected.Count == 1 ? throw new SocketException((int)SocketError.ConnectionRefused) : ValueTask.FromResult<Stream>(new MemoryStream());
        });

        await guard.ConnectAsync(Shop, Cancel);

        Assert.Equal(["8.8.8.8", "8.8.4.4"], _connected.Select(address => address.ToString()));
    }

    [Fact]
    public async Task Name_WithoutAddresses_DoesNotExist() =>
        Assert.Equal(SocketError.HostNotFound, (await Assert.ThrowsAsync<SocketException>(async () => await Guard(string.Empty).ConnectAsync(Shop, Cancel))).SocketErrorCode);

    // Each call of the resolver gives the next answer.
    private GuardedConnection Guard(params string[] answers)
    {
        var asked = 0;
        return new GuardedConnection(
            (_, _) => Task.FromResult<IPAddress[]>([.. answers[Math.Min(asked++, answers.Length - 1)].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)]),
            (address, _) =>
            {
                _connected.Add(address.Address);
                return ValueTask.FromResult<Stream>(new MemoryStream());
            });
    }
}
