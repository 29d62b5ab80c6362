using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Partners.ReceivePostback;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Partners.ReceivePostback;

public sealed class PostbackDoorTests(PostbackDoorHost host) : IClassFixture<PostbackDoorHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void HostileCases_AreManyEnough() => Assert.True(HostilePostbacks.All.Count >= 40);

    [Theory, MemberData(nameof(HostilePostbacks.Numbers), MemberType = typeof(HostilePostbacks))]
    public async Task HostileRequest_IsRefusedAndChangesNothing(int number)
    {
        var before = await host.StateAsync();
        using var request = HostilePostbacks.Request(HostilePostbacks.All[number], host.Token);
        using var client = host.Studio.NewClient();

        using var answer = await SendAsync(client, request);

        Assert.InRange((int)(answer?.StatusCode ?? HttpStatusCode.RequestEntityTooLarge), 400, 499);
        Assert.Equal(before, await host.StateAsync());
    }

    [Theory]
    [InlineData("POST /hooks/walmart/{ok} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /hooks/walmart/{ok} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("POST /hooks/walmart/{ok} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n")]
    [InlineData("POST /hooks/walmart/{ok} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("POST /hooks/walmart/{ok} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")]
    [InlineData("GET /hooks/walmart/{ok}?action_id=1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /hooks/walmart/{ok}?a\0b=1 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GARBAGE\r\n\r\n")]
    public async Task BrokenHttp_IsRefusedOrDroppedAndChangesNothing(string text)
    {
        var before = await host.StateAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Studio.Address.Host, host.Studio.Address.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text.Replace("{ok}", host.Token, StringComparison.Ordinal)), Cancel);
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        var answer = await ReadLineAsync(reader);

        Assert.DoesNotMatch("^HTTP/1.1 (2|5)", answer);
        Assert.Equal(before, await host.StateAsync());
    }

    [Theory]
    [InlineData("GET", "?action_id=2092.1111.555001&campaign_id=9383&status=PENDING&payout=999999.99", "", "")]
    [InlineData("POST", "", "application/json", """{"campaign_id":"9383","action_id":"2092.1111.555001","status":"APPROVED","payout":"1000000"}""")]
    [InlineData("POST", "", "text/plain", """{"ActionId":555001}""")]
    [InlineData("POST", "", "application/x-www-form-urlencoded", "action_id=2092.1111.555001&payout=5")]
    [InlineData("POST", "?action_id=2092.1111.555001", "image/png", "\u0089PNG")]
    public async Task GoodPostback_MakesUsReadThePartnersOwnRecord_AndIsNotBelieved(string method, string query, string contentType, string body)
    {
        var before = await HookAsync();
        using var request = HostilePostbacks.Request(new HostilePostbacks.Case(method, "/hooks/walmart/{ok}" + query, contentType, body), host.Token);

        using var answer = await host.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await UntilAsync(async () => (await HookAsync()).Received > before.Received && host.Sync.Stage(PartnerKey.Walmart) is null && host.Sync.LastOutcome(PartnerKey.Walmart) is not null);
        Assert.StartsWith("0 conversions, 0 entries", await host.StateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partnerize_ByJsonOrQuery_IsTaken()
    {
        var token = await host.RotateAsync("expedia");
        foreach (var (query, body) in new[] { ("?conversion_id=111111l9", ""), ("", """{"conversions":[{"conversion_data":{"conversion_id":"111111l9"}}]}"""), ("", """{"publisher_reference":"abcdefgh-x"}""") })
        {
            using var request = HostilePostbacks.Request(new HostilePostbacks.Case(body.Length > 0 ? "POST" : "GET", "/hooks/expedia/{ok}" + query, "application/json", body), token);
            using var answer = await host.Client.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var wrong = await host.Client.GetAsync($"/hooks/expedia/{token}?action_id=1", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Sender_OutsideTheList_IsRefused()
    {
        var token = await host.RotateAsync("target");
        await host.LimitAsync("target", "192.0.2.0/24");
        using var outside = await host.Client.GetAsync($"/hooks/target/{token}?action_id=1", Cancel);
        await host.LimitAsync("target", "192.0.2.0/24 127.0.0.1 ::1");
        using var inside = await host.Client.GetAsync($"/hooks/target/{token}?action_id=1", Cancel);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (outside.StatusCode, inside.StatusCode));
    }

    [Fact]
    public async Task Fuzz_OverHttp_NeverAnswersFiveHundredNorChangesAnything()
    {
        var before = await host.StateAsync();
        var random = new Random(20_261_124);
        var watch = Stopwatch.StartNew();
        var sent = 0;
        for (; sent < 1_500 && watch.Elapsed < TimeSpan.FromSeconds(6); sent++)
        {
            // Named as the other style names it, so that whatever is left whole is no reason to read.
            var noise = FuzzedPostbacks.Bytes(random, "conversion_id");
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/walmart/{host.Token}?{Uri.EscapeDataString(Encoding.Latin1.GetString(noise.AsSpan(0, Math.Min(noise.Length, 200))))}")
            {
                Content = new ByteArrayContent(noise),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent % 2 == 0 ? "application/json" : "application/x-www-form-urlencoded");
            using var answer = await host.Client.SendAsync(request, Cancel);
            Assert.InRange((int)answer.StatusCode, 200, 499);
        }

        Assert.True(sent >= 100, $"Only {sent} were sent.");
        Assert.Equal(before, await host.StateAsync());
    }

    private async Task<PostbackHook> HookAsync()
    {
        await using var db = host.Studio.Databases.CreateDbContext();
        return await db.Set<PostbackHook>().AsNoTracking().SingleAsync(hook => hook.Partner == PartnerKey.Walmart, Cancel);
    }

    // The server may close the connection while a body that is too large is still being sent.
    private static async Task<HttpResponseMessage?> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request, Cancel);
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > PostbackBody.Largest)
        {
            return null;
        }
    }

    private static async Task<string> ReadLineAsync(StreamReader reader)
    {
        try
        {
            return await reader.ReadLineAsync(Cancel) ?? string.Empty;
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var tries = 0; tries < 600 && !await reached(); tries++)
        {
            await Task.Delay(50, Cancel);
        }

        Assert.True(await reached());
    }
}
