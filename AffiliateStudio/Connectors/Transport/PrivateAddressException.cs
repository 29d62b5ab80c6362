namespace AffiliateStudio.Connectors.Transport;

/// <summary>A host's name stands for an address that is not on the open internet.</summary>
internal sealed class PrivateAddressException(string host) : Exception($"{host} is not on the open internet.");
