using AffiliateStudio.Features.Partners.Contract;
using AffiliateStudio.Features.Partners.Model;

namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>One partner's connector as admins see it. Settings are never part of it, only whether they are there.</summary>
public sealed record ConnectorRow
{
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

    /// <summary>Whether it reports orders; a platform, where creators publish, has none.</summary>
    public bool IsShop { get; init; } = true;

    /// <summary>When conversions were last read to the end, UTC.</summary>
    public DateTime? LastSyncAt { get; init; }

    /// <summary>Why they could not be read the last time.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? LastErrorAt { get; init; }

    /// <summary>How the calls of each of its protocols are doing; empty when it does not tell.</summary>
    public IReadOnlyList<ConnectorHealth> Health { get; init; } = [];

    /// <summary>The fields of the form.</summary>
    public required IReadOnlyList<ConnectionSetting> Settings { get; init; }

    /// <summary>Names of the live settings that are entered already.</summary>
    public required IReadOnlySet<string> Entered { get; init; }
}
