using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Videos.Contract;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>Our side and TikTok's side, over real HTTP.</summary>
public sealed class TikTokConversationTests(TikTokConversationTests.Running running) : IClassFixture<TikTokConversationTests.Running>
{
    private readonly TikTokTraveller _traveller = new(running.Host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_GivenThenExchanged_LetsTheProfileBeRead()
    {
        var access = await _traveller.VideosAsync();

        var profile = (await _traveller.Connector.Videos.ReadProfileAsync(access, Cancel)).Value;

        Assert.Equal((access.OpenId, "mila.makes", "Mila Makes"), (profile.OpenId, profile.Username, profile.DisplayName));
    }

    [Fact]
    public async Task Consent_Denied_ComesBackWithAnError()
    {
        var back = await _traveller.ConsentAsync(_traveller.Connector.Videos, answer: "deny");

        Assert.Equal(("access_denied", "state-1"), (back["error"], back["state"]));
        Assert.False(back.ContainsKey("code"));
    }

    [Fact]
    public async Task Code_UsedTwiceOrWithAnotherVerifier_IsRefused()
    {
        var videos = _traveller.Connector.Videos;
        var code = (await _traveller.ConsentAsync(videos))["code"];
        var wrong = await videos.ExchangeAsync(_traveller.Connection, _traveller.SignIn with { Verifier = new string('x', 43) }, code, Cancel);
        var second = (await _traveller.ConsentAsync(videos))["code"];
        var good = await videos.ExchangeAsync(_traveller.Connection, _traveller.SignIn, second, Cancel);
        var again = await videos.ExchangeAsync(_traveller.Connection, _traveller.SignIn, second, Cancel);

        Assert.Equal(PartnerFailureKind.Unauthorized, wrong.Failure!.Kind);
        Assert.True(good.Succeeded);
        Assert.Equal(PartnerFailureKind.Unauthorized, again.Failure!.Kind);
        Assert.Contains("*", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_GivesOtherTokensAndEndsTheOld()
    {
        var videos = _traveller.Connector.Videos;
        var first = (await videos.ExchangeAsync(_traveller.Connection, _traveller.SignIn, (await _traveller.ConsentAsync(videos))["code"], Cancel)).Value;

        var second = (await videos.RefreshAsync(_traveller.Connection, first.RefreshToken, Cancel)).Value;
        var again = await videos.RefreshAsync(_traveller.Connection, first.RefreshToken, Cancel);
        var old = await videos.ReadProfileAsync(new PlatformAccess(_traveller.Connection, first.AccessToken, first.OpenId), Cancel);

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal(PartnerFailureKind.Unauthorized, again.Failure!.Kind);
        Assert.Equal("401 access_token_invalid", old.Failure!.Code);
    }

    [Fact]
    public async Task Revoke_EndsTheAccess()
    {
        var access = await _traveller.VideosAsync();

        Assert.True((await _traveller.Connector.Videos.RevokeAsync(_traveller.Connection, access.Token, Cancel)).Value);
        Assert.Equal(PartnerFailureKind.Unauthorized, (await _traveller.Connector.Videos.ReadProfileAsync(access, Cancel)).Failure!.Kind);
    }

    [Fact]
    public async Task Scope_NotAllowed_IsSaidByTheCall()
    {
        var access = await _traveller.VideosAsync("mila.makes", "user.info.basic");

        var list = await _traveller.Connector.Videos.ListAsync(access, null, Cancel);

        Assert.Equal((PartnerFailureKind.NotEligible, "401 scope_not_authorized"), (list.Failure!.Kind, list.Failure.Code));
    }

    [Fact]
    public async Task List_OfTwentyFiveVideos_TakesTwoPagesAndMissesNone()
    {
        var access = await _traveller.VideosAsync("lena.lens");
        var videos = _traveller.Connector.Videos;

        var first = (await videos.ListAsync(access, null, Cancel)).Value;
        var second = (await videos.ListAsync(access, first.Cursor, Cancel)).Value;

        Assert.Equal((20, true, 5, false), (first.Videos.Count, first.HasMore, second.Videos.Count, second.HasMore));
        Assert.Equal(25, first.Videos.Concat(second.Videos).DistinctBy(video => video.Id).Count());
        Assert.All(first.Videos, video =>
        {
            Assert.StartsWith("/sandbox/tiktok/covers/", video.CoverUrl, StringComparison.Ordinal);
            Assert.StartsWith("/sandbox/tiktok/player/v1/", video.PlayerUrl, StringComparison.Ordinal);
            Assert.StartsWith("/sandbox/tiktok/@lena.lens/video/", video.ShareUrl, StringComparison.Ordinal);
            Assert.NotNull(video.Views);
            Assert.NotNull(video.CreatedAt);
        });
    }

    [Fact]
    public async Task Query_OfSomebodyElsesVideo_LeavesItOut()
    {
        var access = await _traveller.VideosAsync();

        var answer = (await _traveller.Connector.Videos.QueryAsync(access, ["7300000000000000001", "7300000000000000010"], Cancel)).Value;

        Assert.Equal("7300000000000000001", Assert.Single(answer).Id);
    }

    [Fact]
    public async Task Comment_WrittenPinnedHiddenAndDeleted_IsSoInTheList()
    {
        const string Video = "7300000000000000002";
        var access = await _traveller.CommentsAsync();
        var comments = _traveller.Connector.Comments;

        var id = (await comments.CreateAsync(access, Video, "A good grinder", Cancel)).Value;
        Assert.True((await comments.PinAsync(access, Video, id, true, Cancel)).Value);
        var pinned = (await comments.ListAsync(access, Video, 0, Cancel)).Value.Comments.Single(comment => comment.Id == id);
        Assert.True((await comments.ReplyAsync(access, Video, id, "And a good kettle", Cancel)).Succeeded);
        Assert.True((await comments.HideAsync(access, Video, id, true, Cancel)).Value);
        var hidden = (await comments.ListAsync(access, Video, 0, Cancel)).Value.Comments.Single(comment => comment.Id == id);
        Assert.True((await comments.DeleteAsync(access, Video, id, Cancel)).Value);

        Assert.Equal((true, true, false, "A good grinder"), (pinned.IsPinned, pinned.IsOwn, pinned.IsHidden, pinned.Text));
        Assert.True(hidden.IsHidden);
        Assert.DoesNotContain((await comments.ListAsync(access, Video, 0, Cancel)).Value.Comments, comment => comment.Id == id);
        Assert.Equal(PartnerFailureKind.NotFound, (await comments.DeleteAsync(access, Video, id, Cancel)).Failure!.Kind);
    }

    [Fact]
    public async Task Comment_SaidInTheSameWordsTwice_IsHiddenWithoutAnError()
    {
        const string Video = "7300000000000000003";
        var access = await _traveller.CommentsAsync();
        var comments = _traveller.Connector.Comments;

        var first = (await comments.CreateAsync(access, Video, "The same words", Cancel)).Value;
        var second = (await comments.CreateAsync(access, Video, "The same words", Cancel)).Value;
        var list = (await comments.ListAsync(access, Video, 0, Cancel)).Value.Comments;

        Assert.False(list.Single(comment => comment.Id == first).IsHidden);
        Assert.True(list.Single(comment => comment.Id == second).IsHidden);
    }

    [Theory]
    [InlineData("7300000000000000002", 151, "40002")]
    [InlineData("", 10, "40002")]
    [InlineData("7300000000000000007", 10, "40007")]
    public async Task Comment_ThatIsTooLongOrElsewhere_IsRefused(string video, int length, string code)
    {
        var answer = await _traveller.Connector.Comments.CreateAsync(await _traveller.CommentsAsync(), video, new string('x', length), Cancel);

        Assert.Equal(code, answer.Failure!.Code);
    }

    [Fact]
    public async Task Comments_OfTooManyCallsAMinute_AreThrottled()
    {
        var access = await _traveller.CommentsAsync("noah.outdoors");
        PartnerResult<ChannelCommentPage> answer = default;
        for (var call = 0; call < 82 && answer.Failure is null; call++)
        {
            answer = await _traveller.Connector.Comments.ListAsync(access, "7300000000000000007", 0, Cancel);
        }

        Assert.Equal((PartnerFailureKind.Throttled, "40100"), (answer.Failure!.Kind, answer.Failure.Code));
    }

    [Theory]
    [InlineData(SandboxFault.Down)]
    [InlineData(SandboxFault.HalfBody)]
    [InlineData(SandboxFault.Html)]
    [InlineData(SandboxFault.Throttled)]
    public async Task Faults_SwitchedOn_AreFailuresThatPass(SandboxFault fault)
    {
        var videos = await _traveller.VideosAsync();
        var comments = await _traveller.CommentsAsync();
        var faults = running.Host.Services.GetRequiredService<SandboxFaults>();
        faults[SandboxApi.TikTok] = fault;
        try
        {
            Assert.True((await _traveller.Connector.Videos.QueryAsync(videos, ["7300000000000000001"], Cancel)).Failure!.IsTransient);
            Assert.True((await _traveller.Connector.Comments.CreateAsync(comments, "7300000000000000001", "words", Cancel)).Failure!.IsTransient);
        }
        finally
        {
            faults[SandboxApi.TikTok] = SandboxFault.None;
        }
    }

    [Fact]
    public async Task Test_OfTheSandboxApp_IsAccepted() => Assert.True((await _traveller.Connector.TestAsync(_traveller.Connection, Cancel)).Succeeded);

    /// <summary>One product for all of them, whose connector does not give up on TikTok.</summary>
    public sealed class Running : IAsyncDisposable
    {
        public StudioHost Host { get; } = new(
            ("Connectors:TikTok:FirstDelay", "00:00:00"), ("Connectors:TikTok:Retries", "1"), ("Connectors:TikTok:BreakerMinimum", "1000"),
            ("Connectors:TikTokComments:FirstDelay", "00:00:00"), ("Connectors:TikTokComments:Retries", "1"), ("Connectors:TikTokComments:BreakerMinimum", "1000"));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
