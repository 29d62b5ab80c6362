using System.Net;
using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>Profile, list and query of the Display API, against answers as they were recorded.</summary>
public sealed class TikTokVideoTests
{
    private const string FirstPage = """
        {"data":{"videos":[{"id":"7300000000000000001","title":"Camp coffee","video_description":"Camp coffee #camping","cover_image_url":"https://p16.example/c.jpeg?x-expires=1","share_url":"https://www.tiktok.com/@demo/video/7300000000000000001","create_time":1793500000,"view_count":5120},null,{"title":"no id"}],
        "cursor":1793500000000,"has_more":true},"error":{"code":"ok","message":"","log_id":"20261101DEMO"}}
        """;

    private const string SecondPage = """
        {"data":{"videos":[{"id":7300000000000000002,"cover_image_url":"javascript:alert(1)","create_time":"1793400000"}],"cursor":1793400000000,"has_more":false},"error":{"code":"ok"}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfTwoPages_FollowsTheCursorInMilliseconds()
    {
        var partner = new FakePartner().On("/v2/video/list/", FirstPage, SecondPage);
        var videos = TikTokSetup.Create(partner).Videos;

        var first = (await videos.ListAsync(TikTokSetup.Access(), null, Cancel)).Value;
        var second = (await videos.ListAsync(TikTokSetup.Access(), first.Cursor, Cancel)).Value;

        var video = Assert.Single(first.Videos);
        Assert.Equal(("7300000000000000001", "Camp coffee #camping", 5120L), (video.Id, video.Caption, video.Views));
        Assert.Equal("https://www.tiktok.com/player/v1/7300000000000000001", video.PlayerUrl);
        Assert.Equal((1793500000000L, true), (first.Cursor, first.HasMore));
        Assert.DoesNotContain("cursor", partner.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"cursor\":1793500000000", partner.Calls[1].Body, StringComparison.Ordinal);
        Assert.Equal("Bearer act.demo", partner.Calls[0].Header("Authorization"));
        Assert.Contains("fields=id,", partner.Calls[0].Address.Query, StringComparison.Ordinal);
        Assert.Equal(("7300000000000000002", null), (Assert.Single(second.Videos).Id, second.Videos[0].CoverUrl));
        Assert.False(second.HasMore);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "access_token_invalid", PartnerFailureKind.Unauthorized)]
    [InlineData(HttpStatusCode.OK, "access_token_invalid", PartnerFailureKind.Unauthorized)]
    [InlineData(HttpStatusCode.Unauthorized, "scope_not_authorized", PartnerFailureKind.NotEligible)]
    [InlineData(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", PartnerFailureKind.Throttled)]
    [InlineData(HttpStatusCode.OK, "rate_limit_exceeded", PartnerFailureKind.Throttled)]
    [InlineData(HttpStatusCode.InternalServerError, "internal_error", PartnerFailureKind.Unavailable)]
    [InlineData(HttpStatusCode.BadRequest, "invalid_params", PartnerFailureKind.InvalidRequest)]
    public async Task List_WithACodeOtherThanOk_IsAFailureWhateverTheStatus(HttpStatusCode status, string code, PartnerFailureKind kind)
    {
        var partner = new FakePartner().On("/v2/video/list/", _ => FakePartner.Json($$$"""{"data":{"videos":[]},"error":{"code":"{{{code}}}","message":"Told so.","log_id":"1"}}""", status));

        var answer = await TikTokSetup.Create(partner).Videos.ListAsync(TikTokSetup.Access(), null, Cancel);

        Assert.Equal(kind, answer.Failure!.Kind);
        Assert.Equal("Told so.", answer.Failure.Message);
        Assert.Contains(code, answer.Failure.Code, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Failure.Remedy);
    }

    [Fact]
    public async Task Query_WithoutAListInTheAnswer_DoesNotSayThatAllAreGone()
    {
        var partner = new FakePartner().On("/v2/video/query/", """{"data":{},"error":{"code":"ok"}}""");

        var answer = await TikTokSetup.Create(partner).Videos.QueryAsync(TikTokSetup.Access(), ["7300000000000000001"], Cancel);

        Assert.Equal(PartnerFailureKind.MalformedAnswer, answer.Failure!.Kind);
    }

    [Fact]
    public async Task Query_LeavesOutWhatIsGone()
    {
        var partner = new FakePartner().On("/v2/video/query/", FirstPage);

        var answer = await TikTokSetup.Create(partner).Videos.QueryAsync(TikTokSetup.Access(), ["7300000000000000001", "7300000000000000009"], Cancel);

        Assert.Equal("7300000000000000001", Assert.Single(answer.Value).Id);
        Assert.Contains("\"video_ids\":[\"7300000000000000001\",\"7300000000000000009\"]", partner.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_WithoutTheNameThatWasNotAllowed_IsStillOne()
    {
        var partner = new FakePartner().On("/v2/user/info/", """{"data":{"user":{"open_id":"o-demo","display_name":"Mila"}},"error":{"code":"ok","message":"","log_id":"1"}}""");

        var profile = (await TikTokSetup.Create(partner).Videos.ReadProfileAsync(TikTokSetup.Access(), Cancel)).Value;

        Assert.Equal(("o-demo", string.Empty, "Mila"), (profile.OpenId, profile.Username, profile.DisplayName));
    }
}
