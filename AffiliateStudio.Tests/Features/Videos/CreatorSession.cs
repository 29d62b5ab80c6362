using System.Net.Http.Json;
using System.Text.Json;
using AffiliateStudio.Features.Accounts.Model;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Tests.Features.Accounts;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Features.Videos;

/// <summary>A creator who is signed in over HTTP, as a browser without script would be.</summary>
internal sealed class CreatorSession : IDisposable
{
    private CreatorSession(AccountsHost host, HttpClient client, string token)
    {
        Host = host;
        Client = client;
        Token = token;
    }

    public AccountsHost Host { get; }

    public HttpClient Client { get; }

    public string Token { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CreatorSession> SignInAsync(AccountsHost host, string handle)
    {
        await host.AddAccountAsync($"{handle}@example.test", Roles.Creator, handle);
        var client = host.Studio.NewClient();
        var browser = new AccountBrowser(client);
        await browser.SignInAsync($"{handle}@example.test", AccountsHost.Password);
        await browser.OpenAsync("/Account/Manage");
        return new CreatorSession(host, client, browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    /// <summary>Sends a file as the upload script does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(HttpContent file, string caption = "My clip", byte[]? poster = null, bool withToken = true)
    {
        using var form = new MultipartFormDataContent { { new StringContent(caption), "caption" } };
        if (poster is not null)
        {
            form.Add(new ByteArrayContent(poster), "poster", "poster.jpg");
        }

        form.Add(file, "file", "video.mp4");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/videos/upload") { Content = form };
        request.Headers.ExpectContinue = true;
        if (withToken)
        {
            request.Headers.Add("RequestVerificationToken", Token);
        }

        return await Client.SendAsync(request, Cancel);
    }

    /// <summary>Uploads a good video and gives its id.</summary>
    public async Task<VideoId> UploadClipAsync(string caption = "My clip")
    {
        using var response = await UploadAsync(new ByteArrayContent(Clips.Mp4(2000)), caption, Clips.Jpeg);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancel));
        return new VideoId((await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetGuid());
    }

    public async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(string path) => new HtmlParser().ParseDocument(await Client.GetStringAsync(path, Cancel));

    public async Task<Actor> ActorAsync(string handle)
    {
        await using var db = Host.Studio.Databases.CreateDbContext();
        return new Actor((await db.Set<Creator>().SingleAsync(creator => creator.Handle == handle, Cancel)).UserId, Roles.Creator);
    }

    public void Dispose() => Client.Dispose();
}
