using System.Net;
using System.Text;
using AffiliateStudio.Features.Videos.ImportVideos;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Features.Videos.RefreshVideos;
using AffiliateStudio.Platform.Jobs;
using AffiliateStudio.Sandbox.TikTok;
using AffiliateStudio.Tests.Features.Accounts;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Videos.Platforms;

/// <summary>A creator's TikTok account over HTTP, with the sandbox's TikTok at the other end.</summary>
public sealed class TikTokFlowTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TikTokWorld World => host.Studio.Services.GetRequiredService<TikTokWorld>();

    [Fact]
    public async Task Account_FromConsentToDeletionAndRemoval_IsShownAsItIs()
    {
        using var creator = await CreatorSession.SignInAsync(host, "flows");
        await ConnectAsync(creator, "noah.outdoors");
        var actor = await creator.ActorAsync("flows");
        var imported = await host.Studio.Services.GetRequiredService<ImportVideos>().RunAsync(new ImportVideos.Command(actor), Cancel);
        Assert.Equal(3, imported.Value.Added);
        var video = await VideoAsync("Testing five bottles");

        await WatchedAsync(video);
        using (var poster = await creator.Client.GetAsync($"/media/posters/{video.Id.Value}", Cancel))
        {
            Assert.Equal(HttpStatusCode.Redirect, poster.StatusCode);
            Assert.StartsWith("/sandbox/tiktok/covers/", poster.Headers.Location!.OriginalString, StringComparison.Ordinal);
            using var cover = await creator.Client.GetAsync(poster.Headers.Location, Cancel);
            Assert.Equal("image/svg+xml", cover.Content.Headers.ContentType!.MediaType);
        }

        using (var file = await creator.Client.GetAsync($"/media/videos/{video.Id.Value}", Cancel))
        {
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }

        using (var deleted = await creator.Client.PostAsync($"/sandbox/tiktok/@noah.outdoors/video/{video.PlatformVideoId}/delete", null, Cancel))
        {
            Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        }

        await host.Studio.Services.GetRequiredService<RefreshVideos>().RunAsync(new JobProgress((_, _) => { }), Cancel);
        Assert.Contains("Gone from TikTok", await creator.Client.GetStringAsync("/videos", Cancel), StringComparison.Ordinal);
        Assert.Contains("This video was taken down at TikTok", await creator.Client.GetStringAsync($"/watch/{video.Id.Value}", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("Testing five bottles", await creator.Client.GetStringAsync("/@flows", Cancel), StringComparison.Ordinal);

        using (var removed = await creator.Client.PostAsync("/sandbox/tiktok/@noah.outdoors/access/remove", null, Cancel))
        {
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        }

        Assert.Contains("Sign in again", await creator.Client.GetStringAsync("/videos", Cancel), StringComparison.Ordinal);

        // The address of its picture has run out, and nobody may ask for another: the place is kept.
        host.Studio.Clock.Shift += Video.CoverLifetime + TimeSpan.FromMinutes(1);
        using var kept = await creator.Client.GetAsync($"/media/posters/{video.Id.Value}", Cancel);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (kept.StatusCode, kept.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Callback_WithoutTheTicketOfTheJourney_ConnectsNothing()
    {
        using var creator = await CreatorSession.SignInAsync(host, "strays");

        using var answer = await creator.Client.GetAsync("/Account/TikTok/callback?code=abc&state=def", Cancel);

        Assert.Equal("/videos?tiktok=videos.sign-in-stale", answer.Headers.Location!.OriginalString);
        Assert.Contains("too old or came from another window", await creator.Client.GetStringAsync(answer.Headers.Location, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_OfSomebodyWhoSaidNo_SaysSo()
    {
        using var creator = await CreatorSession.SignInAsync(host, "refuses");
        var back = await ConsentAsync(creator, "/Account/TikTok/connect", "lena.lens", "deny");

        using var answer = await creator.Client.GetAsync(back, Cancel);

        Assert.Equal("/videos?tiktok=videos.sign-in-denied", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Ticket_OnItsWay_CannotBeReadByScriptsAndIsForTheseAddressesOnly()
    {
        using var creator = await CreatorSession.SignInAsync(host, "tickets");

        using var answer = await creator.Client.GetAsync("/Account/TikTok/connect", Cancel);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("studio-tiktok-sign-in=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/Account/TikTok", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    [InlineData("right", HttpStatusCode.OK)]
    public async Task Notice_IsTakenOnlyWhenSigned(string? secret, HttpStatusCode status)
    {
        const string Body = """{"client_key":"aw","event":"tiktok.ping","create_time":1735689600,"user_openid":"","content":"{}"}""";
        using var client = host.Studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/tiktok") { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("TikTok-Signature", TikTokNotices.Sign(secret == "right" ? World.App.ClientSecret : secret, host.Studio.Clock.GetUtcNow().ToUnixTimeSeconds(), Body));
        }

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Notice_TooLarge_IsRefusedUnread()
    {
        using var client = host.Studio.NewClient();
        using var answer = await client.PostAsync("/hooks/tiktok", new ByteArrayContent(new byte[65 * 1024]), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task WatchedAsync(Video video)
    {
        using var visitor = host.Studio.NewClient();
        for (var time = 0; time < 2; time++)
        {
            // The second one comes from the cache of rendered pages.
            using var watched = await visitor.GetAsync($"/watch/{video.Id.Value}", Cancel);
            var page = new HtmlParser().ParseDocument(await watched.Content.ReadAsStringAsync(Cancel));
            Assert.StartsWith($"/sandbox/tiktok/player/v1/{video.PlatformVideoId}?", page.QuerySelector("iframe")!.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("video"));
            Assert.Null(page.QuerySelector("meta[property='og:video']"));
            Assert.EndsWith("; frame-src 'self'", watched.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using var player = await visitor.GetAsync($"/sandbox/tiktok/player/v1/{video.PlatformVideoId}", Cancel);
        Assert.Contains("frame-ancestors 'self'", player.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<Video> VideoAsync(string caption)
    {
        await using var db = host.Studio.Databases.CreateDbContext();
        return await db.Set<Video>().AsNoTracking().SingleAsync(video => video.Caption.StartsWith(caption), Cancel);
    }

    private static async Task ConnectAsync(CreatorSession creator, string user)
    {
        foreach (var (program, outcome) in new[] { ("Videos", "connected"), ("Comments", "comments") })
        {
            using var answer = await creator.Client.GetAsync(await ConsentAsync(creator, "/Account/TikTok/connect?program=" + program, user, "allow"), Cancel);
            Assert.Equal("/videos?tiktok=" + outcome, answer.Headers.Location!.OriginalString);
        }
    }

    private static async Task<Uri> ConsentAsync(CreatorSession creator, string connect, string user, string answer)
    {
        using var departure = await creator.Client.GetAsync(connect, Cancel);
        var page = departure.Headers.Location!.OriginalString;
        Assert.StartsWith("/sandbox/tiktok/", page, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(page[page.IndexOf('?')..]);
        using var form = new FormUrlEncodedContent(
        [
            new("user", user), new("answer", answer), new("redirect_uri", asked["redirect_uri"].ToString()), new("state", asked["state"].ToString()),
            new("challenge", asked.TryGetValue("code_challenge", out var challenge) ? challenge.ToString() : string.Empty),
            .. asked["scope"].ToString().Split(',').Select(scope => KeyValuePair.Create("scopes", scope)),
        ]);
        using var back = await creator.Client.PostAsync(page.Split('?')[0], form, Cancel);
        return back.Headers.Location!;
    }
}
