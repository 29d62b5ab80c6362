namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A connector that tells how its calls are doing.</summary>
public interface IConnectorHealth
{
    /// <summary>How each protocol that it speaks does now.</summary>
    IReadOnlyList<ConnectorHealth> Health { get; }
}
