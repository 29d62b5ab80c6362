using AffiliateStudio.Connectors.TikTok;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Features.Videos.Contract;

namespace AffiliateStudio.Tests.Connectors.TikTok;

/// <summary>A TikTok connector on top of a fake TikTok.</summary>
internal static class TikTokSetup
{
    public static PlatformSignInRequest SignIn { get; } = new("https://studio.example/Account/TikTok/callback", "s1", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    public static TikTokConnector Create(FakePartner partner) => TikTokModule.Create(ConnectorSetup.Fast(1), ConnectorSetup.Fast(1), partner, partner, TimeProvider.System);

    public static ConnectionContext Connection(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string>
        {
            ["clientKey"] = "awdemo",
            ["clientSecret"] = "demo-client-secret",
            ["businessAppId"] = "7000",
            ["businessSecret"] = "business-secret",
            ["businessAuthorizeUrl"] = "https://www.tiktok.com/v2/auth/authorize?client_key=7000&scope=comment.list%2Ccomment.list.manage&response_type=code&redirect_uri=https%3A%2F%2Fold.example",
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return new ConnectionContext { Partner = PartnerKey.TikTok, Kind = ConnectionKind.Live, SandboxAddress = null, Settings = values };
    }

    public static PlatformAccess Access() => new(Connection(), "act.demo", "o-demo");
}
