using AffiliateStudio.Features.Partners.Contract;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>Comments of the Accounts API, against answers as they were recorded. All of them come with status 200.</summary>
public sealed class TikTokCommentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfAShortPage_HasMoreAllTheSame()
    {
        var partner = new FakePartner().On(
            "/business/comment/list/",
            """{"code":0,"message":"OK","data":{"comments":[{"comment_id":7300000000000000777,"text":"Hi","create_time":"1793500100","owner":true,"pinned":true,"status":"PUBLIC","display_name":"Mila"},{"comment_id":"7300000000000000777","text":"Hi"}],"cursor":20,"has_more":true}}""");

        var page = (await TikTokSetup.Create(partner).Comments.ListAsync(TikTokSetup.Access(), "7300000000000000001", 0, Cancel)).Value;

        var comment = Assert.Single(page.Comments);
        Assert.Equal(("7300000000000000777", true, true, false), (comment.Id, comment.IsPinned, comment.IsOwn, comment.IsHidden));
        Assert.Equal((20L, true), (page.Cursor, page.HasMore));
        Assert.Equal("act.demo", partner.Calls[0].Header("Access-Token"));
        Assert.Contains("business_id=o-demo", partner.Calls[0].Address.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40002, PartnerFailureKind.InvalidRequest)]
    [InlineData(40001, PartnerFailureKind.NotEligible)]
    [InlineData(40007, PartnerFailureKind.NotFound)]
    [InlineData(40016, PartnerFailureKind.Throttled)]
    [InlineData(40100, PartnerFailureKind.Throttled)]
    [InlineData(40105, PartnerFailureKind.Unauthorized)]
    [InlineData(50000, PartnerFailureKind.Unavailable)]
    public async Task Create_RefusedInsideA200_IsAFailure(int code, PartnerFailureKind kind)
    {
        var partner = new FakePartner().On("/business/comment/create/", $$$"""{"code":{{{code}}},"message":"video_id: Missing data for required field.","request_id":"1","data":{}}""");

        var answer = await TikTokSetup.Create(partner).Comments.CreateAsync(TikTokSetup.Access(), "7300000000000000001", "words", Cancel);

        Assert.Equal(kind, answer.Failure!.Kind);
        Assert.Equal("video_id: Missing data for required field.", answer.Failure.Message);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Create_AnsweredWithAWebPage_IsAFailureThatMayPass()
    {
        var partner = new FakePartner().On("/business/comment/create/", "<html></html>");

        var answer = await TikTokSetup.Create(partner).Comments.CreateAsync(TikTokSetup.Access(), "7300000000000000001", "words", Cancel);

        Assert.True(answer.Failure!.IsTransient);
    }

    [Fact]
    public async Task EveryAct_SendsTheVideoToo()
    {
        const string Ok = """{"code":0,"message":"OK","data":{"comment_id":"7300000000000000777"}}""";
        var partner = new FakePartner().On("/", Ok);
        var comments = TikTokSetup.Create(partner).Comments;

        await comments.CreateAsync(TikTokSetup.Access(), "v1", "words", Cancel);
        await comments.ReplyAsync(TikTokSetup.Access(), "v1", "c1", "words", Cancel);
        await comments.PinAsync(TikTokSetup.Access(), "v1", "c1", true, Cancel);
        await comments.PinAsync(TikTokSetup.Access(), "v1", "c1", false, Cancel);
        await comments.HideAsync(TikTokSetup.Access(), "v1", "c1", true, Cancel);
        await comments.DeleteAsync(TikTokSetup.Access(), "v1", "c1", Cancel);

        Assert.All(partner.Calls, call => Assert.Contains("\"video_id\":\"v1\"", call.Body, StringComparison.Ordinal));
        Assert.Equal(
            ["comment/create/", "comment/reply/create/", "comment/pin/", "comment/pin/", "comment/hide/", "comment/delete/"],
            partner.Calls.Select(call => call.Address.AbsolutePath["/open_api/v1.3/business/".Length..]));
        Assert.Contains("\"action\":\"PIN\"", partner.Calls[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"action\":\"UNPIN\"", partner.Calls[3].Body, StringComparison.Ordinal);
        Assert.Contains("\"action\":\"HIDE\"", partner.Calls[4].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_AnsweredWithNothingInside_WentWell()
    {
        var partner = new FakePartner().On("/business/comment/pin/", """{"code":0,"message":"OK","data":{}}""");

        Assert.True((await TikTokSetup.Create(partner).Comments.PinAsync(TikTokSetup.Access(), "v1", "c1", true, Cancel)).Value);
    }
}
