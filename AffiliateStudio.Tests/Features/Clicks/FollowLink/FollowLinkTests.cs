using System.Net;
using AffiliateStudio.Features.Clicks;
using AffiliateStudio.Features.Clicks.Model;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Clicks.FollowLink;

public sealed class FollowLinkTests(FollowLinkTests.Product product) : IClassFixture<FollowLinkTests.Product>
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private readonly StudioHost _host = product.Host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tap_OfAPerson_LeadsToTheShopWithASubIdThatNamesTheClick()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        using var response = await SendAsync(pin, Phone);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var location = response.Headers.Location!.ToString();
        Assert.StartsWith(pin.TargetUrl + "&ascsubtag=", location, StringComparison.Ordinal);
        Assert.True(SubId.TryParse(location.Split("ascsubtag=")[1], out var subId));
        Assert.Equal(pin.LinkCode, subId.LinkCode);
        Assert.Equal([(subId.ClickId, ClickKind.Counted)], Stored(pin).Select(click => (click.Id, click.Kind)));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")));
        Assert.True(response.Headers.Contains("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(1, await CountAsync(pin));
    }

    [Fact]
    public async Task DoubleTap_FromThirtyTwoThreads_CountsOnce()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => SendAsync(pin, Phone), Token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Equal(32, Stored(pin).Count);
        Assert.Equal(1, await CountAsync(pin));
    }

    [Fact]
    public async Task VisitorWhoAsksForPrivacy_IsCountedOnceAndNoKeyIsStored()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        await SendAsync(pin, Phone, ("Sec-GPC", "1"));
        await SendAsync(pin, Phone, ("DNT", "1"));
        await SendAsync(pin, Phone, ("DNT", "1"));

        Assert.Equal(3, Stored(pin).Count);
        Assert.All(Stored(pin), click => Assert.Null(click.Visitor));
        Assert.Equal(1, await CountAsync(pin));
    }

    [Fact]
    public async Task SecondTap_UnderAnotherHostName_CountsOnce()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        await SendAsync(pin, Phone);
        await SendAsync(pin, Phone, ("Host", "localhost"));

        Assert.Equal([ClickKind.Counted, ClickKind.Duplicate], Stored(pin).Select(click => click.Kind));
    }

    [Fact]
    public async Task HeadPrefetchAndScript_AreKeptAndNotCounted()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        using var head = await SendAsync(pin, Phone, HttpMethod.Head);
        using var prefetch = await SendAsync(pin, Phone, ("Sec-Purpose", "prefetch"));
        using var script = await SendAsync(pin, "curl/8.9.1");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Found), (head.StatusCode, prefetch.StatusCode, script.StatusCode));
        Assert.Null(prefetch.Headers.Location);
        Assert.Equal([ClickKind.Prefetch, ClickKind.Bot, ClickKind.Head], Stored(pin).Select(click => click.Kind).Order());
        Assert.Equal(0, await CountAsync(pin));
    }

    [Fact]
    public async Task LinkPreviewer_GetsAPageThatSaysAdAndEscapesTheTitle()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);

        using var response = await SendAsync(pin, "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)");
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Lamp &lt;b&gt;bright&lt;/b&gt; at Amazon", page, StringComparison.Ordinal);
        Assert.Contains("og:description\" content=\"Ad:", page, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(pin));
    }

    [Theory, InlineData(PinState.Paused), InlineData(PinState.Retired)]
    public async Task Pin_ThatIsNotLive_LeadsToTheCreatorsPage(PinState state)
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token, state: state);

        using var response = await SendAsync(pin, Phone);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/@c", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://www.amazon.com@evil.example/")]
    [InlineData("https://www.amazon.com.evil.example/")]
    [InlineData("https://xn--mazon-3ve.com/")]
    [InlineData("https://\u0430mazon.com/dp/1")]
    [InlineData("http://www.amazon.com/dp/1")]
    [InlineData("https://www.amazon.com:8443/dp/1")]
    [InlineData("//evil.example/")]
    [InlineData("///evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://\u2460\u2461\u2466.0.0.1/")]
    [InlineData("/admin/jobs")]
    [InlineData("/sandbox/amazon/../../admin")]
    [InlineData("https:www.amazon.com")]
    [InlineData("https://www.amazon.com\r\nSet-Cookie: a=b")]
    public async Task HostileTarget_ThatGotIntoTheDatabase_IsNeverLedTo(string target)
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token, target);

        using var response = await SendAsync(pin, Phone);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/@c", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown1")]
    [InlineData("2222222")]
    [InlineData("https:%2F%2Fevil.example")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("x?url=https://evil.example")]
    public async Task UnknownCode_GetsAFriendlyPageAndNoRedirect(string code)
    {
        using var client = _host.NewClient();

        using var response = await client.GetAsync("/go/" + code, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("This link leads nowhere", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task ExtraQueryOfARequest_NeverGetsIntoTheAddress()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);
        using var client = _host.NewClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Phone);

        using var response = await client.GetAsync($"/go/{pin.LinkCode.Value.ToUpperInvariant()}?tag=thief-20&url=https://evil.example", Token);

        Assert.StartsWith(pin.TargetUrl + "&ascsubtag=" + pin.LinkCode.Value + "-", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("thief", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PinChangedBehindTheTable_IsFollowedOnceItIsSaid()
    {
        var pin = await ClickScene.AddPinAsync(_host.Databases, Token);
        await SendAsync(pin, Phone);
        await using (var db = await _host.Databases.CreateDbContextAsync(Token))
        {
            db.Attach(pin).Entity.State = PinState.Paused;
            pin.Version++;
            await db.SaveChangesAsync(Token);
        }

        await _host.Services.GetRequiredService<AffiliateStudio.Platform.Events.EventHub>()
            .PublishAsync(new AffiliateStudio.Features.Pins.PinChanged(pin.Id, pin.LinkCode, pin.VideoId), Token);
        using var response = await SendAsync(pin, Phone);

        Assert.StartsWith("/@c", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrefetchProxies_AreToldToStayAway()
    {
        using var client = _host.NewClient();

        Assert.Equal("""[{"user_agent":"prefetch-proxy","disallow":true}]""", await client.GetStringAsync("/.well-known/traffic-advice", Token));
    }

    private Task<HttpResponseMessage> SendAsync(Pin pin, string agent, params (string Name, string Value)[] headers) => SendAsync(pin, agent, HttpMethod.Get, headers);

    private async Task<HttpResponseMessage> SendAsync(Pin pin, string agent, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var client = _host.NewClient();
        using var request = new HttpRequestMessage(method, "/go/" + pin.LinkCode.Value);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Token);
    }

    private async Task<long> CountAsync(Pin pin) =>
        (await _host.Services.GetRequiredService<IClickCounts>().TotalsAsync([pin.Id], Token)).GetValueOrDefault(pin.Id);

    private List<StoredClick> Stored(Pin pin)
    {
        using var connection = new SqliteConnection($"Data Source={_host.Services.GetRequiredService<AffiliateStudio.Platform.Files.DataDirectory>().File("clicks.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, kind, visitor FROM clicks WHERE pin = $pin ORDER BY id";
        command.Parameters.AddWithValue("$pin", pin.Id.Value.ToByteArray(bigEndian: true));
        using var reader = command.ExecuteReader();
        var clicks = new List<StoredClick>();
        while (reader.Read())
        {
            clicks.Add(new StoredClick(new Guid((byte[])reader[0], bigEndian: true), (ClickKind)reader.GetInt32(1), reader[2] as byte[]));
        }

        return clicks;
    }

    private sealed record StoredClick(Guid Id, ClickKind Kind, byte[]? Visitor);

    /// <summary>One running product for all tests here; each has a pin of its own.</summary>
    public sealed class Product : IAsyncDisposable
    {
        public StudioHost Host { get; } = new();

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
