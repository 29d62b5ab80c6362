using System.Net;
using AffiliateStudio.Connectors.Transport;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform;
using AffiliateStudio.Platform.Web;
using AffiliateStudio.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Moq;

namespace AffiliateStudio.Tests.Connectors.Transport;

public sealed class LinkWalkerTests : IDisposable
{
    private static readonly Partner Walmart = new()
    {
        Key = PartnerKey.Walmart, Name = "Walmart", ShopDomain = "walmart.com", AllowedHosts = "goto.walmart.com .walmart.com", TimeZone = "America/Los_Angeles",
    };

    private readonly FakePartner _outside = new();
    private readonly FakePartner _inside = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _outside.Dispose();
        _inside.Dispose();
    }

    [Fact]
    public async Task Link_ThatRedirects_IsWalkedHopByHop()
    {
        _outside.On("/c/1/2/3", _ => Redirect("https://www.walmart.com/ip/5?subId1=x"));
        _outside.On("/ip/5", _ => Redirect("/ip/Lamp/5?subId1=x", HttpStatusCode.MovedPermanently));
        _outside.On("/ip/Lamp/5", "page");

        var hops = await WalkAsync("https://goto.walmart.com/c/1/2/3?subId1=x");

        Assert.Equal(
            [
                new LinkHop("https://goto.walmart.com/c/1/2/3?subId1=x", 302, null), new LinkHop("https://www.walmart.com/ip/5?subId1=x", 301, null),
                new LinkHop("https://www.walmart.com/ip/Lamp/5?subId1=x", 200, null),
            ],
            hops);
        Assert.All(_outside.Calls, call => Assert.Equal((HttpMethod.Get, ""), (call.Method, call.Body)));
    }

    [Fact]
    public async Task SandboxLink_IsAskedOfThisServer_AndStaysAPath()
    {
        _inside.On("/c/1/2/3", _ => Redirect("/sandbox/walmart/ip/Lamp/5?subId1=x"));
        _inside.On("/ip/Lamp/5", _ => Redirect("http://127.0.0.1:5999/sandbox/walmart/ip/6"));
        _inside.On("/ip/6", "page");

        var hops = await WalkAsync("/sandbox/walmart/c/1/2/3?subId1=x");

        Assert.Equal(["/sandbox/walmart/c/1/2/3?subId1=x", "/sandbox/walmart/ip/Lamp/5?subId1=x", "/sandbox/walmart/ip/6"], hops.Select(hop => hop.Url));
        Assert.All(_inside.Calls, call => Assert.Equal("127.0.0.1:5999", call.Address.Authority));
        Assert.Empty(_outside.Calls);
    }

    [Theory]
    [InlineData("http://www.walmart.com/ip/5")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("https://www.walmart.com@evil.example/")]
    [InlineData("https://www.walmart.com:8443/")]
    [InlineData("https://user:pw@www.walmart.com/")]
    [InlineData("https://www.walmart.com.evil.example/")]
    [InlineData("https://www.walmart.com./")]
    [InlineData("https://w\u0430lmart.com/")]
    [InlineData("http://127.0.0.1:5999/sandbox/walmart/ip/6")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://①②⑦.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://www.walmart.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("https:\\\\evil.example\\")]
    public async Task Redirect_ToWhereNoLinkMayGo_IsNotFollowed(string target)
    {
        _outside.On("/c/1/2/3", _ => Redirect(target));

        var hops = await WalkAsync("https://goto.walmart.com/c/1/2/3");

        Assert.Single(_outside.Calls);
        Assert.Empty(_inside.Calls);
        Assert.NotNull(hops[^1].Problem);
        Assert.True(hops[^1].Problem is LinkProblem.NotAllowed or LinkProblem.NoTarget);
    }

    [Theory]
    [InlineData("/sandbox/amazon/dp/B0")]
    [InlineData("/admin/connectors")]
    [InlineData("/sandbox/walmart/../../admin")]
    [InlineData("/sandbox/walmart/%2e%2e/%2e%2e/admin")]
    [InlineData("http://127.0.0.1:6000/sandbox/walmart/ip/6")]
    [InlineData("http://localhost:5999/sandbox/walmart/ip/6")]
    public async Task SandboxLink_ThatLeavesThePartnersSandbox_IsNotFollowed(string target)
    {
        _inside.On("/c/1/2/3", _ => Redirect(target));

        var hops = await WalkAsync("/sandbox/walmart/c/1/2/3");

        Assert.Single(_inside.Calls);
        Assert.Empty(_outside.Calls);
        Assert.Equal(LinkProblem.NotAllowed, hops[^1].Problem);
    }

    [Fact]
    public async Task Sandbox_ThatIsOff_IsNotAsked()
    {
        var hops = await WalkAsync("/sandbox/walmart/ip/6", sandbox: false);

        Assert.Equal(LinkProblem.NotAllowed, Assert.Single(hops).Problem);
        Assert.Empty(_inside.Calls);
    }

    [Fact]
    public async Task EndlessLink_EndsAfterEightHops()
    {
        _outside.On("/x", _ => Redirect("https://www.walmart.com/x"));

        var hops = await WalkAsync("https://www.walmart.com/x");

        Assert.Equal(LinkWalker.MostHops, _outside.Calls.Count);
        Assert.Equal(LinkProblem.TooManyHops, hops[^1].Problem);
    }

    [Fact]
    public async Task SilentHost_TimesOut()
    {
        using var silent = new SilentHost();
        using var walker = new LinkWalker(Own(), silent, _inside, TimeSpan.FromMilliseconds(50));

        var hops = await walker.WalkAsync("https://www.walmart.com/x", _ => true, Cancel).ToListAsync(Cancel);

        Assert.Equal(LinkProblem.TimedOut, Assert.Single(hops).Problem);
    }

    [Fact]
    public async Task Redirect_WithoutATarget_SaysSo()
    {
        _outside.On("/x", _ => new HttpResponseMessage(HttpStatusCode.Found));

        Assert.Equal(LinkProblem.NoTarget, Assert.Single(await WalkAsync("https://www.walmart.com/x")).Problem);
    }

    [Fact]
    public async Task ListedHost_WhoseNameStandsForThisMachine_IsNotConnectedTo()
    {
        var guard = new GuardedConnection((_, _) => Task.FromResult(new[] { IPAddress.Loopback }), (_, _) => throw new InvalidOperationException("It must not come to this."));
        using var walker = new LinkWalker(Own(), LinkWalker.Network(guard), _inside, TimeSpan.FromSeconds(10));

        var hops = await walker.WalkAsync("https://www.walmart.com/x", _ => true, Cancel).ToListAsync(Cancel);

        Assert.Equal(LinkProblem.PrivateAddress, Assert.Single(hops).Problem);
    }

    private async Task<List<LinkHop>> WalkAsync(string url, bool sandbox = true)
    {
        var policy = new LinkPolicy(new ConfigurationBuilder().AddInMemoryCollection([new("Sandbox:Enabled", sandbox.ToString())]).Build(), Merchants.None);
        using var walker = new LinkWalker(Own(), _outside, _inside, TimeSpan.FromSeconds(10));
        return await walker.WalkAsync(url, next => policy.MayPass(Walmart, next), Cancel).ToListAsync(Cancel);
    }

    private static OwnAddress Own()
    {
        var features = new FeatureCollection();
        features.Set(Mock.Of<IServerAddressesFeature>(feature => feature.Addresses == new[] { "http://127.0.0.1:5999" }));
        return new OwnAddress(Mock.Of<IServer>(server => server.Features == features), Options.Create(new StudioOptions()));
    }

    private static HttpResponseMessage Redirect(string target, HttpStatusCode status = HttpStatusCode.Found)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(string.Empty) };
        response.Headers.TryAddWithoutValidation("Location", target);
        return response;
    }

    private sealed class SilentHost : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Never.");
        }
    }
}
