using System.Net;
using AffiliateStudio.Features.Pins.Model;
using AffiliateStudio.Features.Pins.PausePin;
using AffiliateStudio.Features.Videos.Model;
using AffiliateStudio.Tests.Features.Accounts;
using AffiliateStudio.Tests.Features.Videos;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class WatchPageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PinnedVideo_WatchedByAVisitor_ShowsProductsFirstWithDisclosureAndNoScriptNeeded()
    {
        using var creator = await CreatorSession.SignInAsync(host, "watched");
        var video = await creator.UploadClipAsync("Look at <b>this</b> lamp");
        var pin = await PinAsync(creator, "watched", video, "B0WATCH001");
        await CommentAsync(creator, video, "First!");

        using var visitor = host.Studio.NewClient();
        var html = await visitor.GetStringAsync($"/watch/{video.Value}", Cancel);
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

        var region = page.QuerySelector("section[aria-labelledby='pinned-heading']")!;
        Assert.Equal("Pinned products", region.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("Ad · I earn a commission if you buy through this link. As an Amazon Associate", region.QuerySelector(".product-comment")!.TextContent, StringComparison.Ordinal);
        var link = region.QuerySelectorAll("a").Single(a => a.TextContent == "View at Amazon");
        Assert.Equal($"/go/{pin.LinkCode.Value}", link.GetAttribute("href"));
        Assert.Equal("sponsored nofollow noopener", link.GetAttribute("rel"));
        Assert.Contains("at amazon.com", region.TextContent, StringComparison.Ordinal);
        Assert.Contains("The creator earns a commission", region.TextContent, StringComparison.Ordinal);
        Assert.True(html.IndexOf("Pinned products", StringComparison.Ordinal) < html.IndexOf("First!", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("video[controls] source[src^='/media/videos/']"));
        Assert.DoesNotContain("blazor.web.js", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>this</b>", html, StringComparison.Ordinal);
        Assert.StartsWith("http://127.0.0.1", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("Look at <b>this</b> lamp", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("form textarea"));
    }

    [Fact]
    public async Task KeptPage_PinPaused_IsGoneFromItAtOnce()
    {
        using var creator = await CreatorSession.SignInAsync(host, "pausing");
        var video = await creator.UploadClipAsync();
        var pin = await PinAsync(creator, "pausing", video, "B0WATCH002");
        using var visitor = host.Studio.NewClient();
        using (var first = await visitor.GetAsync($"/watch/{video.Value}", Cancel))
        {
            Assert.False(first.Headers.Contains("Set-Cookie"));
            Assert.Contains("View at Amazon", await first.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        await host.Studio.Services.GetRequiredService<PausePin>().RunAsync(new PausePin.Command(await creator.ActorAsync("pausing"), pin.Id, pin.Version), Cancel);

        Assert.DoesNotContain("View at Amazon", await visitor.GetStringAsync($"/watch/{video.Value}", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedInPerson_Comments_ByAPlainFormAndMayDelete()
    {
        using var creator = await CreatorSession.SignInAsync(host, "talker");
        var video = await creator.UploadClipAsync();

        await CommentAsync(creator, video, "<i>Nice</i>");

        var page = await creator.OpenAsync($"/watch/{video.Value}");
        Assert.Equal("<i>Nice</i>", page.QuerySelector(".comment-body")!.TextContent);
        var form = page.QuerySelector("form[action*='/delete']")!;
        using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", form.QuerySelector("input")!.GetAttribute("value")!)]);
        using var deleted = await creator.Client.PostAsync(form.GetAttribute("action"), fields, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        Assert.Null((await creator.OpenAsync($"/watch/{video.Value}")).QuerySelector(".comment-body"));
    }

    [Fact]
    public async Task SixthCommentInAMinute_Sent_IsRefusedAndTheTextStays()
    {
        using var creator = await CreatorSession.SignInAsync(host, "chatty");
        var video = await creator.UploadClipAsync();
        for (var i = 0; i < 5; i++)
        {
            await CommentAsync(creator, video, $"Comment {i}");
        }

        using var sixth = await PostCommentAsync(creator, video, "One too many");

        var page = new HtmlParser().ParseDocument(await sixth.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Wait a minute", page.QuerySelector("#comment-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One too many", page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Storefront_OfACreator_ShowsVideosAndProductsAndNobodyIsA404()
    {
        using var creator = await CreatorSession.SignInAsync(host, "shopper");
        var video = await creator.UploadClipAsync("Shop with me");
        await PinAsync(creator, "shopper", video, "B0WATCH003");
        using var visitor = host.Studio.NewClient();

        var html = await visitor.GetStringAsync("/@shopper", Cancel);
        using var nobody = await visitor.GetAsync("/@nobody.here", Cancel);

        Assert.Contains("Shop with me", html, StringComparison.Ordinal);
        Assert.Contains("View at Amazon", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Contains("Nobody has this name", await nobody.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storefront_WithAPriceOfTwoHoursAgo_SaysWhatPricesAreWorth()
    {
        using var creator = await CreatorSession.SignInAsync(host, "stamped");
        var video = await creator.UploadClipAsync("Shop with me");
        await PinAsync(creator, "stamped", video, "B0WATCH004", TimeSpan.FromHours(2));
        using var visitor = host.Studio.NewClient();

        var html = await visitor.GetStringAsync("/@stamped", Cancel);

        Assert.Contains("$25.00", html, StringComparison.Ordinal);
        Assert.Contains("accurate as of the time shown", html, StringComparison.Ordinal);
    }

    private static async Task CommentAsync(CreatorSession person, VideoId video, string text)
    {
        using var response = await PostCommentAsync(person, video, text);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private static Task<HttpResponseMessage> PostCommentAsync(CreatorSession person, VideoId video, string text) => HostPins.PostCommentAsync(person, video, text);

    private async Task<Pin> PinAsync(CreatorSession creator, string handle, VideoId video, string externalId, TimeSpan age = default) =>
        await HostPins.PinAsync(host.Studio, await creator.ActorAsync(handle), video, externalId, age);
}
