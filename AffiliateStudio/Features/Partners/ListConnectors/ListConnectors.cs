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
                rows.Add(await RowAsync(partner, connector, kept.GetValueOrDefault(partner.Key), cancellationToken));
            }
        }

        return rows;
    }

    private async Task<ConnectorRow> RowAsync(Partner partner, IPartnerConnector connector, Connection? connection, CancellationToken cancellationToken)
    {
        var sandbox = await connections.ReadSettingsAsync(partner.Key, ConnectionKind.Sandbox, cancellationToken);
        var live = await connections.ReadSettingsAsync(partner.Key, ConnectionKind.Live, cancellationToken);
        var kind = connection?.Kind ?? ConnectionKind.Sandbox;
        return new ConnectorRow
        {
            Partner = partner.Key,
            Name = partner.Name,
            Capabilities =
            [
                new("Search", connector is IProductSearch),
                new("Look up products", connector is IProductLookup),
                new("Links that earn", connector is ILinkBuilder),
                new("Orders and commissions", connector is IConversionFeed),
                new("Postbacks", PostbackStyles.Of(partner.Key) is not null),
            ],
            IsConnected = (kind == ConnectionKind.Live ? live : sandbox).Count > 0,
            Kind = kind,
            IsPaused = connection?.IsPaused ?? false,
            HasSandbox = sandbox.Count > 0,
            LastSyncAt = connection?.LastConversionSyncAt,
            LastError = connection?.LastError,
            LastErrorAt = connection?.LastErrorAt,
            IsReadable = sync.Reads(partner.Key),
            Lag = await LagAsync(partner, kind, connection?.LastConversionSyncAt, cancellationToken),
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
