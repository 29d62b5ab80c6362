using AffiliateStudio.Connectors.Transport;

namespace AffiliateStudio.Connectors.TikTok;

/// <summary>Puts the TikTok connector together.</summary>
internal static class TikTokModule
{
    /// <summary>The pace of comments unless settings say otherwise: TikTok allows 40 calls a minute for each account and address.</summary>
    public static TransportOptions CommentPace() => new() { LiveCallsPerMinute = 30 };

    /// <summary>Makes a connector on top of two networks: each host has its own pace and breaker.</summary>
    public static TikTokConnector Create(TransportOptions developers, TransportOptions business, HttpMessageHandler toDevelopers, HttpMessageHandler toBusiness, TimeProvider clock)
    {
        var videos = new PartnerTransport(TikTokErrors.Partner, [TikTokPlaces.DeveloperHost], developers, toDevelopers, clock, "Login and videos");
        var comments = new PartnerTransport(TikTokErrors.Partner, [TikTokPlaces.BusinessHost], business, toBusiness, clock, "Comments");
        return new TikTokConnector(new TikTokVideos(videos), new TikTokComments(comments), [videos, comments]);
    }
}
