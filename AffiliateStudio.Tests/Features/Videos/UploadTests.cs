using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Files;
using AffiliateStudio.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Videos;

public sealed class UploadTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mp4WithPoster_Sent_IsKeptAndServedInRanges()
    {
        using var creator = await CreatorSession.SignInAsync(host, "mp4maker");

        var id = await creator.UploadClipAsync();

        using var visitor = host.Studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/media/videos/{id.Value}");
        request.Headers.Range = new(100, 109);
        using var part = await visitor.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("video/mp4", part.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", part.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Clips.Mp4(2000)[100..110], await part.Content.ReadAsByteArrayAsync(Cancel));
        using var poster = await visitor.GetAsync($"/media/posters/{id.Value}", Cancel);
        Assert.Equal("image/jpeg", poster.Content.Headers.ContentType!.MediaType);
        using var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/media/videos/{id.Value}"), Cancel);
        Assert.Equal(2000, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task WebM_Sent_IsKeptAsWebM()
    {
        using var creator = await CreatorSession.SignInAsync(host, "webmmaker");

        using var response = await creator.UploadAsync(new ByteArrayContent(Clips.WebM), "Web clip");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await using var db = host.Studio.Databases.CreateDbContext();
        Assert.Equal("video/webm", (await db.Set<Video>().SingleAsync(video => video.Caption == "Web clip", Cancel)).MediaType);
    }

    [Fact]
    public async Task TextNamedMp4_Sent_IsRefusedInWordsAndLeavesNothing()
    {
        using var creator = await CreatorSession.SignInAsync(host, "textmaker");

        using var response = await creator.UploadAsync(new StringContent("Dear diary, this is not a film."));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("not an MP4 or WebM video", await MessageOf(response), StringComparison.Ordinal);
        Assert.Empty(Incoming);
    }

    [Fact]
    public async Task FileThatOnlyBeginsLikeAVideo_Sent_IsRefusedInWordsAndLeavesNothing()
    {
        using var creator = await CreatorSession.SignInAsync(host, "halfmaker");
        var whole = Clips.Mp4(2000);
        byte[] zeros = [.. whole[..20], .. new byte[4076]];

        using var empty = await creator.UploadAsync(new ByteArrayContent(zeros));
        using var cut = await creator.UploadAsync(new ByteArrayContent(whole[..30]));

        Assert.All([empty, cut], response => Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode));
        Assert.Contains("holds nothing to play", await MessageOf(empty), StringComparison.Ordinal);
        Assert.Empty(Incoming);
    }

    [Theory]
    [InlineData("", "Write a caption")]
    [InlineData("\u202E", "Write a caption")]
    public async Task CaptionMissing_Sent_IsAskedFor(string caption, string message)
    {
        using var creator = await CreatorSession.SignInAsync(host, "quiet" + caption.Length);

        using var response = await creator.UploadAsync(new ByteArrayContent(Clips.Mp4(100)), caption);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await MessageOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PosterThatIsNoPicture_Sent_IsRefused()
    {
        using var creator = await CreatorSession.SignInAsync(host, "posterless");

        using var response = await creator.UploadAsync(new ByteArrayContent(Clips.Mp4(100)), poster: Encoding.UTF8.GetBytes("<svg onload=alert(1)>"));

        Assert.Contains("JPEG, PNG or WebP", await MessageOf(response), StringComparison.Ordinal);
        Assert.Empty(Incoming);
    }

    [Fact]
    public async Task NoToken_Sent_IsRefusedUnread()
    {
        using var creator = await CreatorSession.SignInAsync(host, "forged");

        using var response = await creator.UploadAsync(new ByteArrayContent(Clips.Mp4(100)), withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("load the page again", await MessageOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotSignedIn_Sent_IsRefused()
    {
        using var visitor = host.Studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/videos/upload") { Content = new StringContent("x") };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");

        using var response = await visitor.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task CancelledHalfway_Sent_LeavesNothing()
    {
        using var creator = await CreatorSession.SignInAsync(host, "fickle");

        using var broken = new StreamContent(new BreakingStream(Clips.Mp4(64 * 1024)));
        await Assert.ThrowsAnyAsync<Exception>(() => creator.UploadAsync(broken, "Never mind"));

        // The next request finds the server well; the half file is gone when the broken one was ended, which the next upload does not wait for.
        await creator.UploadClipAsync("After the break");
        await using var db = host.Studio.Databases.CreateDbContext();
        Assert.False(await db.Set<Video>().AnyAsync(video => video.Caption == "Never mind", Cancel));
    }

    [Fact]
    public async Task DeletedVideo_MediaAsked_IsGone()
    {
        using var creator = await CreatorSession.SignInAsync(host, "remover");
        var id = await creator.UploadClipAsync();
        var delete = host.Studio.Services.GetRequiredService<AffiliateStudio.Features.Videos.DeleteVideo.DeleteVideo>();

        Assert.True((await delete.RunAsync(new(await creator.ActorAsync("remover"), id), Cancel)).Succeeded);

        using var media = await creator.Client.GetAsync($"/media/videos/{id.Value}", Cancel);
        using var watch = await creator.Client.GetAsync($"/watch/{id.Value}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, media.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, watch.StatusCode);
        Assert.Contains("This video is gone", await watch.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private string[] Incoming => Directory.GetFiles(host.Studio.Services.GetRequiredService<DataDirectory>().Folder("videos", "incoming"));

    private static async Task<string> MessageOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("message").GetString()!;

    /// <summary>Gives its bytes and then fails, as a line that breaks does.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("The line broke.");
        }
    }
}
