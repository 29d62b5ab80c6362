namespace AffiliateStudio.Connectors.Transport;

/// <summary>More calls are waiting for their turn than we allow.</summary>
internal sealed class PaceExceededException() : Exception("Too many calls are waiting for their turn.");
