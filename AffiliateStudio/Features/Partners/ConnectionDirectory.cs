using AffiliateStudio.Data;
using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;
using AffiliateStudio.Platform.Time;
using AffiliateStudio.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace AffiliateStudio.Features.Partners;

/// <summary>Our connections with partners: opens them for a call, keeps their settings encrypted and notes how they do.</summary>
internal sealed class ConnectionDirectory(
    IDbContextFactory<StudioDb> databases,
    ConnectionSecrets secrets,
    OwnAddress address,
    TimeProvider clock)
{
    private const int LongestError = 1000;

    /// <summary>The connection with its settings in the clear, or null when there is none, it is paused, or its settings cannot be read.</summary>
    public async Task<ConnectionContext?> OpenAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var connection = await db.Set<Connection>().AsNoTracking().FirstOrDefaultAsync(row => row.Partner == partner, cancellationToken);
        if (connection is not { IsPaused: false, ProtectedSettings: { } kept } || secrets.Read(partner, connection.Kind, kept) is not { Count: > 0 } settings)
        {
            return null;
        }

        return Context(partner, connection.Kind, settings);
    }

    /// <summary>Whether there is a connection, also one that is paused or whose settings cannot be read now.</summary>
    public async Task<bool> ExistsAsync(PartnerKey partner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<Connection>().AnyAsync(row => row.Partner == partner && row.ProtectedSettings != null, cancellationToken);
    }

    /// <summary>A context for settings that are not stored yet, so that they can be tried before they are.</summary>
    public ConnectionContext Context(PartnerKey partner, ConnectionKind kind, IReadOnlyDictionary<string, string> settings) => new()
    {
        Partner = partner,
        Kind = kind,
        SandboxAddress = kind == ConnectionKind.Sandbox ? new Uri(address.Listening, $"/sandbox/{partner.Value}/") : null,
        Settings = settings,
    };

    /// <summary>The stored settings of one side, in the clear; empty when there are none. For trying and completing a form, never for showing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadSettingsAsync(PartnerKey partner, ConnectionKind kind, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<Connection>().Where(row => row.Partner == partner).Select(row => row.ProtectedSettings).FirstOrDefaultAsync(cancellationToken);
        return kept is null ? new Dictionary<string, string>() : secrets.Read(partner, kind, kept) ?? new Dictionary<string, string>();
    }

    /// <summary>
    /// Keeps settings for one side and makes that side the one in use. The other side's settings stay, so that a person can go live and come back. Every setting of the
    /// side is replaced by what is given.
    /// </summary>
    public async Task SaveSettingsAsync(
        PartnerKey partner,
        ConnectionKind kind,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken)
    {
        await ChangeAsync(
            partner,
            connection =>
            {
                connection.ProtectedSettings = secrets.Write(partner, kind, settings, connection.ProtectedSettings);
                connection.Kind = kind;
                StartAnew(connection);
            },
            cancellationToken);
    }

    /// <summary>Uses the settings kept for a side from now on.</summary>
    public Task SwitchAsync(PartnerKey partner, ConnectionKind kind, CancellationToken cancellationToken) =>
        ChangeAsync(
            partner,
            connection =>
            {
                if (connection.Kind != kind)
                {
                    connection.Kind = kind;
                    StartAnew(connection);
                }
            },
            cancellationToken);

    /// <summary>Stops calls, or lets them go on.</summary>
    public Task SetPausedAsync(PartnerKey partner, bool isPaused, CancellationToken cancellationToken) =>
        ChangeAsync(partner, connection => connection.IsPaused = isPaused, cancellationToken);

    /// <summary>Notes that conversions were read to the end, or why they were not.</summary>
    public Task RecordConversionSyncAsync(PartnerKey partner, PartnerFailure? failure, CancellationToken cancellationToken) => ChangeAsync(
        partner,
        connection =>
        {
            var now = clock.UtcNow();
            if (failure is null)
            {
                connection.LastConversionSyncAt = now;
                connection.LastError = null;
                connection.LastErrorAt = null;
                return;
            }

            var text = $"{failure.Code}: {failure.Message} {failure.Remedy}";
            connection.LastError = text.Length <= LongestError ? text : text[..LongestError];
            connection.LastErrorAt = now;
        },
        cancellationToken);

    // How reading went was about what was in use before.
    private static void StartAnew(Connection connection)
    {
        connection.LastConversionSyncAt = null;
        connection.LastError = null;
        connection.LastErrorAt = null;
    }

    private async Task ChangeAsync(PartnerKey partner, Action<Connection> change, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var connection = await db.Set<Connection>().FirstOrDefaultAsync(row => row.Partner == partner, cancellationToken);
        if (connection is null)
        {
            connection = new Connection { Partner = partner };
            db.Add(connection);
        }

        change(connection);
        await db.SaveChangesAsync(cancellationToken);
    }
}
