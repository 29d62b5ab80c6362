using System.Net;
using System.Net.Sockets;
using AffiliateStudio.Tests.Support;
using Microsoft.Playwright;

namespace AffiliateStudio.Tests.EndToEnd.Journeys;

/// <summary>The 9.0 script and the 10.0 server work together when it matters most: the server goes away and comes back.</summary>
[Collection(SharedStudio.Name)]
public sealed class ReconnectTests(Studio studio)
{
    [Fact]
    public async Task Server_ThatRestarts_IsNoticedAndThePageComesBackByItself()
    {
        var port = FreePort();
        await using var visitor = await studio.NewVisitorAsync(new VisitorOptions(Address: new Uri($"http://127.0.0.1:{port}/")));
        visitor.ExpectConsoleError(string.Empty);
        await using (new StudioHost(port))
        {
            await visitor.SignInAsync("creator@studio.test");
            await visitor.OpenAsync("/discover");
        }

        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await using var again = new StudioHost(port);

        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
