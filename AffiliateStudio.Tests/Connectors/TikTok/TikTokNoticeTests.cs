using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>What TikTok tells us by itself: only what it signed, and only just now.</summary>
public sealed class TikTokNoticeTests
{
    private const string Body = """{"client_key":"awdemo","event":"video.publish.completed","create_time":1735689600,"user_openid":"act.demo","content":"{\"share_id\":\"video.1\"}"}""";

    private const string Known = "85753fc992e108c6e17c0dc11d75657143485ce5a0dee8f108bae66dfd8db8ac";

    private static readonly DateTime SignedAt = DateTimeOffset.FromUnixTimeSeconds(1735689600).UtcDateTime;

    [Theory]
    [InlineData("t=1735689600,s=" + Known)]
    [InlineData("s=" + Known + ", t=1735689600")]
    public void Notice_WithTheKnownSignature_IsRead(string header)
    {
        var notice = Read(header, Body, SignedAt).Value;

        Assert.Equal((PlatformNoticeKind.Other, "video.publish.completed", "act.demo", SignedAt), (notice.Kind, notice.Word, notice.OpenId, notice.At));
    }

    [Theory]
    [InlineData("t=1735689600,s=" + Known, Body + " ")]
    [InlineData("t=1735689601,s=" + Known, Body)]
    [InlineData("t=1735689600,s=85753fc992e108c6e17c0dc11d75657143485ce5a0dee8f108bae66dfd8db8ad", Body)]
    [InlineData("t=1735689600,s=85753f", Body)]
    [InlineData("t=1735689600", Body)]
    [InlineData("t=x,s=" + Known, Body)]
    [InlineData("", Body)]
    [InlineData(null, Body)]
    public void Notice_ChangedOrUnsigned_IsRefused(string? header, string body) => Assert.False(Read(header, body, SignedAt).Succeeded);

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Notice_SignedLongAgoOrInTheFuture_IsRefused(int seconds, bool isTaken) =>
        Assert.Equal(isTaken, Read("t=1735689600,s=" + Known, Body, SignedAt.AddSeconds(seconds)).Succeeded);

    [Fact]
    public void Notice_OfAccessTakenAway_SaysSo()
    {
        var notice = Signed("""{"client_key":"awdemo","event":"authorization.removed","create_time":1735689000,"user_openid":"o-demo","content":"{\"reason\": 1 }"}""", "demo-client-secret");

        Assert.Equal((PlatformNoticeKind.AccessRemoved, "o-demo"), (notice.Kind, notice.OpenId));
    }

    [Fact]
    public void Notice_OfADeletedComment_SignedWithTheBusinessSecret_NamesIt()
    {
        var notice = Signed("""{"event":"comment.update","create_time":1735689000,"user_openid":"b-demo","content":"{\"comment_id\":730,\"video_id\":\"731\",\"comment_action\":\"delete\"}"}""", "business-secret");

        Assert.Equal((PlatformNoticeKind.CommentTakenAway, "730", "731"), (notice.Kind, notice.Comment, notice.Video));
    }

    private static PlatformNotice Signed(string body, string secret)
    {
        var time = new DateTimeOffset(SignedAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
        return Read($"t={time},s={hash}", body, SignedAt).Value;
    }

    private static AffiliateStudio.Features.Partners.Contract.PartnerResult<PlatformNotice> Read(string? header, string body, DateTime now) =>
        TikTokNotices.Read(TikTokSetup.Connection(), header, Encoding.UTF8.GetBytes(body), now);
}
