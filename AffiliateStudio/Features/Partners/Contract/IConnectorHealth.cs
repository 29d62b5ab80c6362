namespace AffiliateStudio.Features.Partners.Contract;

/// <summary>A connector that tells how its calls are doing.</summary>
public interface IConnectorHealth
{
    /// <summary>How it does now.</summary>
    ConnectorHealth Health { get; }
}
