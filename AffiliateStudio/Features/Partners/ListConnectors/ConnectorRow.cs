using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>One partner's connector as admins see it. Settings are never part of it, only whether they are there.</summary>
public sealed record ConnectorRow
{
    private const int MostErrors = 10;

    /// <summary>The partner.</summary>
    public required PartnerKey Partner { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it can do.</summary>
    public required IReadOnlyList<ConnectorCapability> Capabilities { get; init; }

    /// <summary>Whether there are settings for the side in use.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>The side in use.</summary>
    public required ConnectionKind Kind { get; init; }

    /// <summary>Whether calls are stopped.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>Whether the sandbox has credentials to go back to.</summary>
    public required bool HasSandbox { get; init; }

    /// <summary>When conversions were last read to the end, UTC.</summary>
    public DateTime? LastSyncAt { get; init; }

    /// <summary>Why they could not be read the last time.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? LastErrorAt { get; init; }

    /// <summary>How the calls of each of its protocols are doing; empty when it does not tell.</summary>
    public IReadOnlyList<ConnectorHealth> Health { get; init; } = [];

    /// <summary>Whether it reports orders when asked, so that they can be read now.</summary>
    public bool IsReadable { get; init; }

    /// <summary>How far behind its orders are; null before the first complete reading.</summary>
    public ReportLag? Lag { get; init; }

    /// <summary>Since when one of its protocols has let no call through, UTC; null while all do.</summary>
    public DateTime? AffectedSince => IsPaused ? null : Health.Select(health => health.AffectedSince ?? health.BreakerSince).Where(since => since is not null).Min();

    /// <summary>The last failures of all its protocols, the newest first.</summary>
    public IEnumerable<(string Protocol, ConnectorError Error)> Errors =>
        Health.SelectMany(health => health.Errors.Select(error => (health.Protocol, error))).OrderByDescending(entry => entry.error.At).Take(MostErrors);

    /// <summary>The fields of the form.</summary>
    public required IReadOnlyList<ConnectionSetting> Settings { get; init; }

    /// <summary>Names of the live settings that are entered already.</summary>
    public required IReadOnlySet<string> Entered { get; init; }
}
