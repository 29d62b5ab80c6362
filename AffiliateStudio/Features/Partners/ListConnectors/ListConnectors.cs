using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Security;
using AffiliateStudio.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>Every partner's connector: what it can do, and how it does.</summary>
internal sealed class ListConnectors(
    IDbContextFactory<StudioDb> databases,
    PartnerDirectory partners,
    ConnectionDirectory connections,
    IEnumerable<IPartnerConnector> connectors,
    IConversionSync sync,
    TimeProvider clock)
{
    /// <summary>Lists them by name; nothing for anybody but admins.</summary>
    public async Task<IReadOnlyList<ConnectorRow>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsAdmin)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<Connection>().AsNoTracking().ToDictionaryAsync(connection => connection.Partner, cancellationToken);
        var rows = new List<ConnectorRow>();
        foreach (var partner in await partners.ListAsync(cancellationToken))
        {
            if (connectors.FirstOrDefault(candidate => candidate.Partner == partner.Key) is { } connector)
            {
                var row = await RowAsync(partner.Name, connector, kept.GetValueOrDefault(partner.Key), cancellationToken);
                rows.Add(row with { Lag = await LagAsync(partner, row.Kind, row.LastSyncAt, cancellationToken) });
            }
        }

        foreach (var platform in connectors.OfType<IPlatformConnector>())
        {
            var row = await RowAsync(platform.Name, platform, kept.GetValueOrDefault(platform.Partner), cancellationToken);
            rows.Add(row with { Capabilities = [.. platform.Capabilities.Select(capability => new ConnectorCapability(capability, true))] });
        }

        return rows;
    }

    private async Task<ConnectorRow> RowAsync(string name, IPartnerConnector connector, Connection? connection, CancellationToken cancellationToken)
    {
        var sandbox = await connections.ReadSettingsAsync(connector.Partner, ConnectionKind.Sandbox, cancellationToken);
        var live = await connections.ReadSettingsAsync(connector.Partner, ConnectionKind.Live, cancellationToken);
        var kind = connection?.Kind ?? ConnectionKind.Sandbox;
        return new ConnectorRow
        {
            Partner = connector.Partner,
            Name = name,
            Capabilities =
            [
                new("Search", connector is IProductSearch),
                new("Look up products", connector is IProductLookup),
                new("Links that earn", connector is ILinkBuilder),
                new("Link checks", connector is ILinkCheck),
                new("Merchants, windows and rates", connector is IMerchantTerms),
                new("Orders and commissions", connector is IConversionFeed),
                new("Items of an order", connector is IConversionItems),
                new("Postbacks", PostbackStyles.Of(connector.Partner) is not null),
            ],
            IsConnected = (kind == ConnectionKind.Live ? live : sandbox).Count > 0,
            Kind = kind,
            IsPaused = connection?.IsPaused ?? false,
            HasSandbox = sandbox.Count > 0,
            LastSyncAt = connection?.LastConversionSyncAt,
            LastError = connection?.LastError,
            LastErrorAt = connection?.LastErrorAt,
            IsReadable = sync.Reads(connector.Partner),
            Health = (connector as IConnectorHealth)?.Health ?? [],
            Settings = connector.Settings,
            Entered = live.Keys.ToHashSet(),
        };
    }

    // Report files say how far they go. An interface that is asked at any time is as recent as its last complete answer, and so is the sandbox, where a day without orders has no file.
    private async Task<ReportLag?> LagAsync(Partner partner, ConnectionKind kind, DateTime? readAt, CancellationToken cancellationToken)
    {
        if (readAt is null || !sync.Reads(partner.Key))
        {
            return null;
        }

        var newest = kind == ConnectionKind.Live ? await sync.NewestReportAsync(partner.Key, kind, cancellationToken) : null;
        var behind = clock.UtcNow() - (newest ?? readAt.Value);
        return new ReportLag(behind > TimeSpan.Zero ? behind : TimeSpan.Zero, TimeSpan.FromHours(partner.NormalReportLagHours));
    }
}
