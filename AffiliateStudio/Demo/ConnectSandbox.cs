using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Sandbox;
using AffiliateStudio.Sandbox.Shops;
using AffiliateStudio.Sandbox.TikTok;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Demo;

/// <summary>Gives the sandbox's own credentials to every partner that has no connection yet, so that search and reports work without any key.</summary>
internal sealed class ConnectSandbox(IDbContextFactory<StudioDb> databases, ConnectionDirectory connections, SandboxCredentials credentials, TikTokWorld tiktok) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var shop in SandboxShops.All)
        {
            await ConnectAsync(PartnerKey.From(shop.Partner.PathName()), shop.SettingsOf(credentials), cancellationToken);
        }

        var app = tiktok.App;
        await ConnectAsync(
            PartnerKey.TikTok,
            new Dictionary<string, string>
            {
                ["clientKey"] = app.ClientKey,
                ["clientSecret"] = app.ClientSecret,
                ["businessAppId"] = app.BusinessAppId,
                ["businessSecret"] = app.BusinessSecret,
                ["businessAuthorizeUrl"] = app.BusinessAuthorizeUrl,
            },
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ConnectAsync(PartnerKey partner, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Set<Connection>().AnyAsync(connection => connection.Partner == partner && connection.Kind == ConnectionKind.Live, cancellationToken))
            {
                // Somebody went live with this partner; the sandbox must not take it back.
                return;
            }
        }

        var known = await connections.ReadSettingsAsync(partner, ConnectionKind.Sandbox, cancellationToken);
        if (settings.Any(setting => !known.TryGetValue(setting.Key, out var value) || value != setting.Value))
        {
            await connections.SaveSettingsAsync(partner, ConnectionKind.Sandbox, settings, cancellationToken);
        }
    }
}
