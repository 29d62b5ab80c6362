using AffiliateStudio.Features.Pins.WatchVideo;
using AffiliateStudio.Platform.Web;

namespace AffiliateStudio.Tests.Features.Pins;

public sealed class PlatformPlayerTests
{
    [Theory]
    [InlineData("https://www.tiktok.com/player/v1/7300000000000000001", "https://www.tiktok.com")]
    [InlineData("/sandbox/tiktok/player/v1/7300000000000000001", "'self'")]
    [InlineData("javascript:alert(1)", "'self'")]
    [InlineData(null, "'self'")]
    public void Page_WithAPlayer_MayFrameThatSiteAndNoOther(string? address, string source)
    {
        var policy = SecurityHeaders.WithFrames(new PlatformPlayer(address, null).FrameSource);

        Assert.Equal($"{SecurityHeaders.ContentSecurityPolicy}; frame-src {source}", policy);
    }
}
