namespace AffiliateStudio.Features.Partners.ListConnectors;

/// <summary>Something that partners can offer.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsOffered">Whether this partner does.</param>
public sealed record ConnectorCapability(string Name, bool IsOffered);
