using System.Net;
using AffiliateStudio.Features.Catalog.Model;
using AffiliateStudio.Tests.Features.Accounts;
using AffiliateStudio.Tests.Features.Pins;
using AffiliateStudio.Tests.Features.Videos;
using AffiliateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Tests.Shell;

public sealed class ValidHtmlTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private const string Awkward = "<b>\"Lamp\"</b> & 'shade' </div> ü 💡";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublicPages_WithPinsAndComments_AreValidHtml()
    {
        using var creator = await CreatorSession.SignInAsync(host, "valid");
        var video = await creator.UploadClipAsync(Awkward + "\nSecond line");
        await creator.UploadClipAsync("Another");
        var actor = await creator.ActorAsync("valid");
        await HostPins.PinAsync(host.Studio, actor, video, "B0VALID001", title: Awkward, text: Awkward);
        await HostPins.PinAsync(host.Studio, actor, video, "B0VALID002", TimeSpan.FromHours(3));
        var withoutPrice = await HostPins.PinAsync(host.Studio, actor, video, "B0VALID003");
        await ForgetPriceAsync(withoutPrice.OfferId);
        for (var i = 0; i < 2; i++)
        {
            using var sent = await HostPins.PostCommentAsync(creator, video, $"{Awkward} {i}\n\nSecond paragraph");
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var visitor = host.Studio.NewClient();
        foreach (var path in new[] { $"/watch/{video.Value}", "/@valid", "/", "/Account/Login", "/Account/Register", "/Account/ForgotPassword" })
        {
            await AssertValidAsync(visitor, path);
        }

        // The creator has the comment form, and a button beside each comment.
        await AssertValidAsync(creator.Client, $"/watch/{video.Value}");
        await AssertValidAsync(creator.Client, "/Account/Manage");
    }

    [Theory]
    [InlineData("/watch/00000000-0000-0000-0000-000000000001")]
    [InlineData("/@nobody.here")]
    [InlineData("/go/ZZZZZZZZ")]
    [InlineData("/no-such-page")]
    public async Task PageThatIsNotThere_IsValidHtmlToo(string path)
    {
        using var visitor = host.Studio.NewClient();

        await AssertValidAsync(visitor, path, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("<p>One<div>Two</div></p>", "</p>")]
    [InlineData("<span><div>Two</div></span>", "A div stands in a span")]
    [InlineData("<a href='/x'><button>Two</button></a>", "A button stands in a link")]
    [InlineData("<i id='a'></i><i id='a'></i>", "The id a stands 2 times")]
    [InlineData("<label for='none'>x</label>", "for names none")]
    [InlineData("<ul><div></div></ul>", "A div stands right in a ul")]
    [InlineData("<table><tr><td></td></tr><div></div></table>", "")]
    [InlineData("<b><i></b></i>", "")]
    public void BrokenPage_Checked_IsFound(string body, string problem)
    {
        const string Start = "<!DOCTYPE html><html lang=\"en\"><head><title>T</title></head><body><main><h1>T</h1>";

        var problems = HtmlRules.Problems($"{Start}{body}</main></body></html>");

        Assert.Empty(HtmlRules.Problems($"{Start}<p>Fine</p></main></body></html>"));
        Assert.NotEmpty(problems);
        if (!problem.StartsWith("</", StringComparison.Ordinal))
        {
            Assert.Contains(problems, found => found.Contains(problem, StringComparison.Ordinal));
        }
    }

    private static async Task AssertValidAsync(HttpClient browser, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await browser.GetAsync(path, Cancel);
        Assert.Equal((path, status), (path, answer.StatusCode));
        var problems = HtmlRules.Problems(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.True(problems.Count == 0, $"{path}:\n{string.Join('\n', problems)}");
    }

    private async Task ForgetPriceAsync(OfferId id)
    {
        await using var db = host.Studio.Databases.CreateDbContext();
        await db.InWriteAsync(token => db.Set<Offer>().Where(offer => offer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(offer => offer.PriceMinor, (long?)null), token), Cancel);
    }
}
